// SPDX-License-Identifier: EUPL-1.2
document.documentElement.dataset.script = "on";
