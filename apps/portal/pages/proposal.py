"""What an employer is about to offer: a renewal, an extension, a lower wage, or an offer corrected."""

import datetime
from dataclasses import dataclass

from django import forms

from apps.accounts.models import User
from apps.common.errors import RowsRefused
from apps.contracts import selectors as contracts
from apps.contracts import services
from apps.contracts.choices import OfferKind
from apps.contracts.forms import ExtensionForm, RenewalForm, TermsForm, WageForm
from apps.contracts.models import Contract, ContractOffer
from apps.contracts.rules import ContractRow
from apps.portal.selectors.offers import Terms, terms_of
from apps.registry.models import Establishment, Subscriber

FORMS = {OfferKind.NEW: TermsForm, OfferKind.RENEWAL: RenewalForm, OfferKind.EXTENSION: ExtensionForm}
# What a refusal is about, where the form calls it otherwise.
FIELDS = {"effective_from": "month"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One kind of offer to one person; `contract` is what it is about, `replaces` the offer that it corrects."""

    kind: OfferKind
    establishment: Establishment
    subscriber: Subscriber
    contract: Contract | None = None
    replaces: ContractOffer | None = None

    @classmethod
    def correcting(cls, offer: ContractOffer, contract: Contract | None) -> "Proposal":
        return cls(OfferKind(offer.kind), offer.establishment, offer.subscriber, contract, offer)

    def form(self, data, *, today: datetime.date) -> forms.Form:
        """What was typed or, at first, the terms of the offer to be corrected or of the contract."""
        if self.kind == OfferKind.WAGE:
            return WageForm(data, contract=self.contract, today=today, initial=self._initial)
        return FORMS[self.kind](data, initial=self._initial)

    @property
    def _initial(self) -> dict:
        if self.replaces:
            offer = self.replaces
            terms = {"starts_on": offer.starts_on, "ends_on": offer.ends_on, "hourly_wage": offer.hourly_wage}
            return terms | ({"month": str(offer.effective_from)} if offer.effective_from else {})
        return {"hourly_wage": self.contract.hourly_wage} if self.kind == OfferKind.RENEWAL else {}

    @property
    def waiting(self) -> ContractOffer | None:
        """Another offer to the person that waits for an answer, so that this one cannot be sent."""
        found = contracts.waiting_offer(self.establishment, self.subscriber)
        return found if found != self.replaces else None

    @property
    def begins_on(self) -> datetime.date | None:
        """The first day of a renewal, which is not free."""
        return self.contract.ends_on + datetime.timedelta(days=1) if self.kind == OfferKind.RENEWAL else None

    def stands(self, form: forms.Form, *, by: User, today: datetime.date) -> bool:
        """Whether it could be offered now; what stands against it goes to the form."""
        shared = {"by": by, "today": today, "replaces": self.replaces}
        try:
            if self.kind == OfferKind.NEW:
                services.check_offers([self._row(form)], **shared)
            else:
                services.check_change(contract_id=self.contract.pk, change=self._change(form), **shared)
        except RowsRefused as refused:
            self._tell(form, refused)
        return form.is_valid()

    def send(self, form: forms.Form, *, by: User, now: datetime.datetime) -> ContractOffer | None:
        """The offer that is sent; None when it is refused, and then the form says why."""
        shared = {"by": by, "now": now, "replaces": self.replaces}
        try:
            if self.kind == OfferKind.NEW:
                return services.offer_contracts([self._row(form)], **shared)[0]
            return services.offer_change(contract_id=self.contract.pk, change=self._change(form), **shared)
        except RowsRefused as refused:
            self._tell(form, refused)
            return None

    def terms(self, form: forms.Form) -> Terms:
        """What would hold once it is accepted; the form is valid."""
        typed = form.cleaned_data
        if self.kind == OfferKind.NEW:
            return terms_of(typed["starts_on"], typed["ends_on"], typed["hourly_wage"])
        if self.kind == OfferKind.RENEWAL:
            return terms_of(self.begins_on, typed["ends_on"], typed["hourly_wage"], contract=self.contract)
        if self.kind == OfferKind.EXTENSION:
            return terms_of(self.contract.starts_on, typed["ends_on"], contracts.last_wage(self.contract))
        term = self.contract.starts_on, self.contract.ends_on
        return terms_of(*term, typed["hourly_wage"], month=typed["month"], contract=self.contract)

    def _row(self, form: forms.Form) -> ContractRow:
        numbers = self.establishment.unified_number, self.subscriber.national_id
        typed = form.cleaned_data
        return ContractRow("", *numbers, typed["starts_on"], typed["ends_on"], typed["hourly_wage"])

    def _change(self, form: forms.Form) -> services.Change:
        return services.Change(self.kind, **form.cleaned_data)

    def _tell(self, form: forms.Form, refused: RowsRefused) -> None:
        for fault in refused.rows:
            field = FIELDS.get(fault.field, fault.field)
            form.add_error(field if field in form.fields else None, str(fault))
