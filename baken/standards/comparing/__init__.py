# SPDX-License-Identifier: EUPL-1.2
"""What others publish, read so that ours can be laid beside it: UNODC and CTDC."""
