from django.urls import path

from apps.registry.views import admission, invitation, invitations, members, registration, switch

app_name = "registry"
_USERS = "e/<unified_number>/users/"
_REQUESTS = "staff/establishments/"
urlpatterns = [
    path("establishments/", switch.establishment_list, name="establishment_list"),
    path("register/", registration.registration, name="registration"),
    path("register/<uuid:public_id>/", registration.registered, name="registered"),
    path("invitations/<str:token>/", invitation.invitation, name="invitation"),
    path(_USERS, members.MemberList.as_view(), name="member_list"),
    path(f"{_USERS}invite/", invitations.member_invite, name="member_invite"),
    path(f"{_USERS}invitations/<uuid:public_id>/resend/", invitations.invitation_resend, name="invitation_resend"),
    path(
        f"{_USERS}invitations/<uuid:public_id>/withdraw/", invitations.invitation_withdraw, name="invitation_withdraw"
    ),
    path(f"{_USERS}<uuid:public_id>/role/", members.member_role, name="member_role"),
    path(f"{_USERS}<uuid:public_id>/end/", members.member_end, name="member_end"),
    path(_REQUESTS, admission.RequestList.as_view(), name="request_list"),
    path(f"{_REQUESTS}<uuid:public_id>/", admission.request_detail, name="request_detail"),
    path(f"{_REQUESTS}<uuid:public_id>/admit/", admission.request_admit, name="request_admit"),
    path(f"{_REQUESTS}<uuid:public_id>/refuse/", admission.request_refuse, name="request_refuse"),
]
