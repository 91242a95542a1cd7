# SPDX-License-Identifier: EUPL-1.2
"""The closed lists of the log: what was done, of which kind it was, and how it ended."""

from enum import StrEnum


class Activity(StrEnum):
    """What somebody did or tried to do (NEN 7513: EventID)."""

    READ = "read"
    LIST = "list"
    SEARCH = "search"
    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"
    PRINT = "print"
    EXPORT = "export"
    SHARE = "share"
    MERGE = "merge"
    REFUSAL = "refusal"
    SIGN_IN = "sign-in"
    SIGN_IN_FAILED = "sign-in-failed"
    SIGN_OUT = "sign-out"
    STEP_UP = "step-up"
    ACCOUNT_CHANGED = "account-changed"
    INVITED = "invited"
    RESET = "reset"
    APPOINTED = "appointed"
    DISMISSED = "dismissed"
    AGENCY_BLOCKED = "agency-blocked"
    AGENCY_UNBLOCKED = "agency-unblocked"
    BREAK_GLASS = "break-glass"
    GLASS_REVIEW = "glass-review"
    CONSENT_GIVEN = "consent-given"
    CONSENT_WITHDRAWN = "consent-withdrawn"
    TEAM_JOINED = "team-joined"
    TEAM_LEFT = "team-left"
    VAULT_OPENED = "vault-opened"
    LOG_READ = "log-read"
    KEY_CEREMONY = "key-ceremony"
    LEGAL_HOLD = "legal-hold"
    ERASURE = "erasure"
    COUNT = "count"
    RELEASE = "release"
    BACKUP = "backup"
    RESTORE = "restore"
    START = "start"
    STOP = "stop"


class Action(StrEnum):
    """Which kind of act it was (NEN 7513: EventActionCode)."""

    CREATE = "C"
    READ = "R"
    UPDATE = "U"
    DELETE = "D"
    EXECUTE = "E"


class Outcome(StrEnum):
    """How it ended (NEN 7513: EventOutcomeIndicator)."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"
