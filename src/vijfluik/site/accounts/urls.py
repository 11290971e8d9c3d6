"""The addresses of signing in, of one's own account and of the administration of accounts."""

from django.urls import path

from vijfluik.site.accounts import (
    acts,
    administration,
    begin,
    deputies,
    going_on,
    history,
    own,
    prove_again,
    proving,
    record,
    via,
)

urlpatterns = [
    path("aanmelden/sleutel/", proving.ask_passkey, name="ask_passkey"),
    path("aanmelden/via/<slug:name>/", via.go, name="via"),
    path("aanmelden/via/<slug:name>/terug/", via.back, name="via_back"),
    path("aanmelden/via/<slug:name>/sleutels/", via.keys, name="via_keys"),
    path("begin/<str:word>/", begin.page, name="account_begin"),
    path("bevestigen/", prove_again.page, name="prove_again"),
    path("mijn-account/verder/", going_on.go_on, name="going_on"),
    path("mijn-account/", own.page, name="own_account"),
    path("mijn-account/geschiedenis/", history.own, name="own_history"),
    path("mijn-account/wachtwoord/", own.password, name="own_password"),
    path("mijn-account/sleutel/", own.add_passkey, name="own_passkey"),
    path("mijn-account/sleutel/vraag/", own.ask_new_passkey, name="own_passkey_asked"),
    path("mijn-account/sleutel/<uuid:key>/weg/", own.remove_passkey, name="own_passkey_gone"),
    path("mijn-account/sessies/anders/", own.end_others, name="own_visits_ended"),
    path("mijn-account/sessies/<uuid:key>/", own.end_visit, name="own_visit_ended"),
    path("mijn-account/vervanging/", deputies.page, name="deputies"),
    path("mijn-account/vervanging/nieuw/", deputies.propose, name="deputy_new"),
    path("mijn-account/vervanging/<uuid:key>/", deputies.one, name="deputy"),
    path("mijn-account/vervanging/<uuid:key>/<slug:word>/", deputies.act, name="deputy_act"),
    path("beheer/mandaten/<uuid:key>/vervangen/", deputies.propose_for, name="deputy_new_for"),
    path("beheer/accounts/", administration.accounts, name="accounts"),
    path("beheer/accounts/nieuw/", administration.invite, name="account_new"),
    path("beheer/accounts/<uuid:key>/", record.account, name="account"),
    # Before the acts, one of which it would seem to be.
    path("beheer/accounts/<uuid:key>/geschiedenis/", history.administered, name="account_history"),
    path("beheer/accounts/<uuid:key>/<slug:word>/", acts.act, name="account_act"),
]
