"""Who may ask for which address: the one table. An address that is not here fails the walk.

A rule says who passes when he reads (GET, HEAD) and when he acts (POST), and who of the others is told that he may not
(403). Everybody else finds nothing (404), as if the thing did not exist. None means that the address does not answer
that way at all (405).
"""

from typing import NamedTuple

OWNER, SUPERVISOR, CLERK, ACCOUNTANT, VIEWER = ROLES = ("owner", "supervisor", "hours_clerk", "accountant", "viewer")
DESK, OFFICER, AUDITOR, SUPERUSER = STAFF = ("clerk", "billing officer", "auditor", "superuser")
FORMER, STRANGER, WORKER = "former", "stranger", "worker"
EVERYBODY = frozenset({*ROLES, *STAFF, FORMER, STRANGER, WORKER})
MEMBERS = frozenset(ROLES)
MANAGERS = {OWNER, SUPERVISOR}
SEE_HOURS, ENTER_HOURS = MEMBERS - {ACCOUNTANT}, {OWNER, SUPERVISOR, CLERK}
SEE_BILLS, TAKE_BILLS = MEMBERS - {CLERK}, {OWNER, ACCOUNTANT}
SEE_RUNS = {OFFICER, AUDITOR}
SEE_CONTRACTS = MEMBERS - {CLERK}


class Rule(NamedTuple):
    read: frozenset | set | None = None
    act: frozenset | set | None = None
    told: frozenset | set = frozenset()

    def who(self, method: str) -> frozenset | set | None:
        """Who passes; a form of Django's takes PUT as it takes POST."""
        return {"GET": self.read, "HEAD": self.read, "POST": self.act, "PUT": self.act}.get(method)


def _desk(read=None, act=None) -> Rule:
    return Rule(read, act, told=MEMBERS)


def _staff(read=None, act=None) -> Rule:
    return Rule(read, act, told=EVERYBODY)


ACCESS = {
    # An establishment's pages.
    "portal:employer_home": _desk(MEMBERS),
    "timesheets:month_list": _desk(SEE_HOURS),
    "timesheets:current_month": _desk(SEE_HOURS),
    "timesheets:month_grid": _desk(SEE_HOURS, ENTER_HOURS),
    "timesheets:month_estimate": _desk(act=MANAGERS),
    "timesheets:month_attest": _desk(SEE_HOURS, MANAGERS),
    "timesheets:month_attested": _desk(SEE_HOURS),
    "timesheets:month_history": _desk(SEE_HOURS),
    "timesheets:month_reopen": _desk(MANAGERS, MANAGERS),
    "timesheets:declaration_detail": _desk(SEE_HOURS),
    "timesheets:paper_request": _desk(act=SEE_HOURS),
    "timesheets:paper_detail": _desk(SEE_HOURS),
    "timesheets:paper_download": _desk(SEE_HOURS),
    "exchange:hours_start": _desk(ENTER_HOURS, ENTER_HOURS),
    "exchange:hours_template": _desk(ENTER_HOURS),
    "exchange:hours_upload": _desk(ENTER_HOURS, ENTER_HOURS),
    "exchange:hours_problems": _desk(ENTER_HOURS),
    "exchange:contracts_start": _desk(MANAGERS, MANAGERS),
    "exchange:contracts_template": _desk(MANAGERS),
    "exchange:contracts_upload": _desk(MANAGERS, MANAGERS),
    "exchange:contracts_problems": _desk(MANAGERS),
    "contracts:contract_list": _desk(SEE_CONTRACTS),
    "contracts:contract_detail": _desk(SEE_CONTRACTS),
    "contracts:contract_person": _desk(MANAGERS, MANAGERS),
    "contracts:contract_terms": _desk(MANAGERS, MANAGERS),
    "contracts:contract_check": _desk(MANAGERS, MANAGERS),
    "contracts:contract_wage": _desk(MANAGERS, MANAGERS),
    "contracts:contract_end": _desk(MANAGERS, MANAGERS),
    "contracts:contract_renew": _desk(MANAGERS, MANAGERS),
    "contracts:contract_extend": _desk(MANAGERS, MANAGERS),
    "contracts:offer_list": _desk(SEE_CONTRACTS),
    "contracts:offer_detail": _desk(SEE_CONTRACTS),
    "contracts:offer_correct": _desk(MANAGERS, MANAGERS),
    "contracts:offer_withdraw": _desk(MANAGERS, MANAGERS),
    "contracts:paper_request": _desk(act=SEE_CONTRACTS),
    "contracts:paper_detail": _desk(SEE_CONTRACTS),
    "contracts:paper_download": _desk(SEE_CONTRACTS),
    "invoices:invoice_list": _desk(SEE_BILLS),
    "invoices:invoice_detail": _desk(SEE_BILLS),
    "invoices:invoice_lines": _desk(TAKE_BILLS),
    "invoices:document_request": _desk(act=SEE_BILLS),
    "invoices:document_detail": _desk(SEE_BILLS),
    "invoices:document_download": _desk(SEE_BILLS),
    "invoices:bill_preview": _desk(SEE_BILLS),
    "registry:member_list": _desk({OWNER}),
    "registry:member_invite": _desk({OWNER}, {OWNER}),
    "registry:member_role": _desk({OWNER}, {OWNER}),
    "registry:member_end": _desk({OWNER}, {OWNER}),
    "registry:invitation_resend": _desk({OWNER}, {OWNER}),
    "registry:invitation_withdraw": _desk({OWNER}, {OWNER}),
    # Staff's pages.
    "registry:request_list": _staff({DESK, AUDITOR}),
    "registry:request_detail": _staff({DESK, AUDITOR}),
    "registry:request_admit": _staff({DESK}, {DESK}),
    "registry:request_refuse": _staff({DESK}, {DESK}),
    "invoices:run_list": _staff(SEE_RUNS),
    "invoices:run_detail": _staff(SEE_RUNS),
    "invoices:run_start": _staff({OFFICER}, {OFFICER}),
    "invoices:run_dry": _staff(act={OFFICER}),
    # A subscriber's own pages name nobody; whoever is no subscriber has none.
    "portal:subscriber_home": Rule({WORKER}),
    "portal:subscriber_hours": Rule({WORKER}),
    "portal:subscriber_month": Rule({WORKER}),
    "certificates:statement_list": Rule({WORKER}),
    "certificates:statement_request": Rule(act={WORKER}),
    "certificates:statement_detail": Rule({WORKER}),
    "certificates:statement_download": Rule({WORKER}),
    "own:contract_list": Rule({WORKER}),
    "own:contract_detail": Rule({WORKER}),
    "own:paper_request": Rule(act={WORKER}),
    "own:paper_detail": Rule({WORKER}),
    "own:paper_download": Rule({WORKER}),
    "own:offer_detail": Rule({WORKER}),
    "own:offer_accept": Rule({WORKER}, {WORKER}),
    "own:offer_refuse": Rule({WORKER}, {WORKER}),
    "own:offer_ask": Rule({WORKER}, {WORKER}),
    # Whoever is signed in.
    "portal:home": Rule(EVERYBODY),
    "registry:establishment_list": Rule(EVERYBODY),
    "account_change_password": Rule(EVERYBODY, EVERYBODY),
    "account_mobile": Rule(EVERYBODY, EVERYBODY),
    "account_email": Rule(EVERYBODY, EVERYBODY),
    "account_home": Rule(EVERYBODY),
    "account_digest": Rule(act={WORKER}),
    "account_kept": Rule(EVERYBODY, EVERYBODY),
    "usersessions_list": Rule(EVERYBODY, EVERYBODY),
    "mfa_index": Rule(EVERYBODY),
    "mfa_activate_totp": Rule(EVERYBODY, EVERYBODY),
    "mfa_deactivate_totp": Rule(set(), set()),
    "mfa_view_recovery_codes": Rule(set(), set()),
    "mfa_generate_recovery_codes": Rule(EVERYBODY, EVERYBODY),
    "mfa_list_webauthn": Rule(EVERYBODY),
    "mfa_add_webauthn": Rule(EVERYBODY, EVERYBODY),
    # Somebody else's passkey.
    "mfa_edit_webauthn": Rule(set(), set()),
    "mfa_remove_webauthn": Rule(set(), set()),
}

# Open to the world.
PUBLIC = {
    "portal:landing",
    "portal:help",
    "portal:accessibility",
    "portal:privacy",
    "portal:terms",
    "portal:set_language",
    "registry:registration",
    "registry:registered",
    "registry:invitation",
    "account_login",
    "account_logout",
    "account_session",
    "account_signup",
    "account_signup_national",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_reset_password_by_email",
}
# National sign-in is there only where a provider is set up.
OPTIONAL = {"national_login", "national_callback"}
# Steps that have nothing to show but to whoever is in the middle of them, and what only the demonstration has.
OWN_BUSINESS = {
    "account_reauthenticate",
    "mfa_authenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_login_webauthn",
    "account_signup_code",
    "account_signup_resend",
    "account_signup_national_code",
    "account_signup_national_resend",
    "account_signup_account",
    "account_reset_password_code",
    "account_reset_password_resend",
    "account_reset_password_new",
    "account_mobile_code",
    "account_mobile_resend",
    "account_email_code",
    "account_email_resend",
    "portal:demo_outbox",
    "account_set_password",
}

# The administration: which model who reads, and the few that somebody writes. Nobody deletes anything.
_BOTH, _BOOKS = {AUDITOR, SUPERUSER}, {OFFICER, AUDITOR, SUPERUSER}
_ALL_STAFF = frozenset(STAFF)


class Room(NamedTuple):
    read: frozenset | set
    add: frozenset | set = frozenset()
    change: frozenset | set = frozenset()


ADMIN = {
    "admin.logentry": Room(_BOTH),
    "auth.group": Room(_BOTH),
    "accounts.user": Room(_BOTH, add={SUPERUSER}, change={SUPERUSER}),
    "accounts.securityevent": Room(_BOTH),
    "accounts.onetimecode": Room(_BOTH),
    "accounts.termsacceptance": Room(_BOTH),
    "registry.invitation": Room(_ALL_STAFF - {OFFICER}),
    "registry.establishmentrequest": Room(_ALL_STAFF - {OFFICER}),
    "registry.establishment": Room(_ALL_STAFF),
    "registry.subscriber": Room(_ALL_STAFF, change={DESK}),
    "registry.membership": Room(_ALL_STAFF - {OFFICER}, add={SUPERUSER}, change={SUPERUSER}),
    "contracts.contract": Room(_ALL_STAFF),
    "contracts.contractwage": Room(_ALL_STAFF),
    "contracts.contractoffer": Room(_ALL_STAFF),
    "contracts.contractpaper": Room(_ALL_STAFF),
    "timesheets.timesheet": Room(_ALL_STAFF),
    "timesheets.declaration": Room(_ALL_STAFF),
    "timesheets.reopening": Room(_ALL_STAFF),
    "timesheets.declarationpaper": Room(_ALL_STAFF),
    "timesheets.reminder": Room(_ALL_STAFF),
    "timesheets.hoursdigest": Room(_ALL_STAFF),
    "invoices.billsnapshot": Room(_ALL_STAFF),
    "timesheets.hoursentry": Room(_ALL_STAFF),
    "timesheets.replacedhours": Room(_ALL_STAFF),
    "timesheets.monthtotal": Room(_ALL_STAFF),
    "accruals.accrual": Room(_ALL_STAFF),
    "accruals.subscribermonth": Room(_ALL_STAFF),
    "accruals.parkedsubscriber": Room(_BOOKS),
    "invoices.invoice": Room(_ALL_STAFF),
    "invoices.invoiceline": Room(_ALL_STAFF),
    "invoices.invoicedocument": Room(_ALL_STAFF),
    "invoices.invoicecounter": Room(_BOOKS),
    "invoices.billingrun": Room(_BOOKS),
    "invoices.billingchunk": Room(_BOOKS),
    "invoices.billingoutcome": Room(_BOOKS),
    "certificates.statement": Room(_ALL_STAFF),
    "exchange.upload": Room(_ALL_STAFF),
    "outbox.message": Room(_BOOKS, change={OFFICER}),
    "regulations.regulation": Room(_BOOKS, add={OFFICER}),
    "regulations.closedmonth": Room(_BOOKS),
    "regulations.rulesetrecord": Room(_BOOKS),
}
# What the administration's site has besides its models.
ADMIN_SITE = {
    "index",
    "login",
    "logout",
    "password_change",
    "password_change_done",
    "autocomplete",
    "jsi18n",
    "view_on_site",
    "app_list",
}
