#
msgid ""
msgstr ""
"Project-Id-Version: flexible-work-portal\n"
"Language: ar\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;\n"

#: apps/accounts/adapter.py
msgid "With the password"
msgstr "بكلمة المرور"

#: apps/accounts/adapter.py
msgid "With a code of the authenticator app or a recovery code"
msgstr "برمز من تطبيق المصادقة أو برمز استرداد"

#: apps/accounts/adapter.py
msgid "With a passkey"
msgstr "بمفتاح مرور"

#: apps/accounts/adapter.py
msgid "The ID number or password is not correct"
msgstr "رقم الهوية أو كلمة المرور غير صحيحة"

#: apps/accounts/adapter.py
msgid "The password is not correct"
msgstr "كلمة المرور غير صحيحة"

#: apps/accounts/adapter.py
msgid "Too many attempts. Try again in 15 minutes"
msgstr "محاولات كثيرة. تمكن المحاولة مجددًا بعد 15 دقيقة"

#: apps/accounts/adapter.py
#, python-format
msgid "Flexible Work Portal: %(change)s. If you know nothing of it, ask the portal for help at once."
msgstr "بوابة العمل المرن: %(change)s. إن لم يكن ذلك بعلمك فاطلب المساعدة من البوابة فورًا."

#: apps/accounts/admin.py templates/mfa/_factors.html
msgid "Authenticator app"
msgstr "تطبيق المصادقة"

#: apps/accounts/admin.py templates/mfa/_factors.html
#: templates/mfa/webauthn/authenticator_list.html
msgid "Passkeys"
msgstr "مفاتيح المرور"

#: apps/accounts/admin.py templates/mfa/_factors.html
#: templates/mfa/recovery_codes/index.html
msgid "Recovery codes"
msgstr "رموز الاسترداد"

#: apps/accounts/admin.py apps/accounts/models.py apps/registry/models.py
msgid "full name"
msgstr "الاسم الكامل"

#: apps/accounts/admin.py
msgid "A superuser keeps accounts and rights, and no money or cases: no staff role goes with it."
msgstr "مدير النظام يتولى الحسابات والصلاحيات دون الأموال والطلبات، فلا تُجمع معه صلاحية موظف."

#: apps/accounts/admin.py
msgid "An auditor judges the work of others and writes nothing: no other role goes with it."
msgstr "المراجع يقيّم عمل غيره ولا يكتب شيئًا، فلا تُجمع معه صلاحية أخرى."

#: apps/accounts/admin.py apps/contracts/forms.py apps/registry/admin.py
#: apps/registry/forms.py apps/timesheets/forms.py
#: templates/contracts/_terms.html templates/contracts/contract_end_check.html
#: templates/contracts/documents/contract.html
#: templates/invoices/_run_report.html templates/registry/request_detail.html
#: templates/timesheets/_history.html templates/timesheets/_reopened.html
#: templates/timesheets/declaration_detail.html
msgid "Reason"
msgstr "السبب"

#: apps/accounts/admin.py apps/registry/admin.py apps/registry/forms.py
msgid "Kept in the log."
msgstr "يُحفظ في السجل."

#: apps/accounts/admin.py
msgid "Staff role"
msgstr "دور الموظف"

#: apps/accounts/admin.py
msgid "Name, national ID, mobile number or e-mail"
msgstr "الاسم أو رقم الهوية أو الجوال أو البريد الإلكتروني"

#: apps/accounts/admin.py templates/mfa/index.html
msgid "Second factor"
msgstr "العامل الثاني"

#: apps/accounts/admin.py templates/account/account_home.html
#: templates/contracts/contract_person.html templates/portal/help.html
msgid "Contact"
msgstr "بيانات التواصل"

#: apps/accounts/admin.py
msgid "Rights"
msgstr "الصلاحيات"

#: apps/accounts/admin.py
msgid "Dates"
msgstr "التواريخ"

#: apps/accounts/admin.py
msgid "password"
msgstr "كلمة المرور"

#: apps/accounts/admin.py templates/admin/accounts/user/password.html
msgid "Set a new password"
msgstr "تعيين كلمة مرور جديدة"

#: apps/accounts/admin.py apps/registry/admin.py
#: templates/account/account_home.html templates/contracts/contract_check.html
#: templates/contracts/contract_end_check.html
#: templates/contracts/offer_check.html
#: templates/registry/member_invite_check.html
#: templates/registry/registration_check.html
msgid "Change"
msgstr "تغيير"

#: apps/accounts/admin.py apps/registry/admin.py apps/registry/corrections.py
#: templates/admin/correct_mobile.html
msgid "Update the mobile number"
msgstr "تحديث رقم الجوال"

#: apps/accounts/admin.py
msgid "Ways set up"
msgstr "الطرق المعدّة"

#: apps/accounts/admin.py apps/exchange/pages.py
#: apps/exchange/services/layouts.py apps/portal/pages/account.py
#: apps/portal/pages/employer_home.py apps/timesheets/pages/paste.py
#: apps/timesheets/services/reminders.py templates/403.html
#: templates/components/job.html templates/components/timeline.html
#: templates/exchange/_recent.html templates/exchange/upload_detail.html
#: templates/invoices/run_detail.html templates/layouts/_person.html
#: templates/mfa/webauthn/authenticator_list.html
#: templates/registry/_request.html templates/registry/request_detail.html
#: templates/timesheets/_declaration.html templates/timesheets/_errors.html
#: templates/timesheets/_grid_pages.html templates/timesheets/_head.html
#: templates/timesheets/_history.html templates/timesheets/_row_remarks.html
#: templates/timesheets/_unsaved.html
#: templates/timesheets/documents/declaration.html
#: templates/timesheets/month_attest.html templates/timesheets/month_list.html
#: templates/timesheets/paper_detail.html
msgctxt "list"
msgid ", "
msgstr "، "

#: apps/accounts/admin.py
msgid "Remove the second factors"
msgstr "إزالة العامل الثاني"

#: apps/accounts/admin.py
#, python-format
msgid "Second factors removed: %(reason)s"
msgstr "أُزيل العامل الثاني: %(reason)s"

#: apps/accounts/admin.py
msgid "The second factors are removed."
msgstr "أُزيل العامل الثاني."

#: apps/accounts/admin.py apps/contracts/tables.py
#: apps/exchange/services/layouts.py apps/registry/forms.py
#: apps/timesheets/admin.py templates/contracts/_person.html
#: templates/contracts/offer_detail.html
#: templates/registry/member_invite_check.html
msgid "National ID"
msgstr "رقم الهوية"

#: apps/accounts/admin.py templates/components/pages.html
#: templates/layouts/document.html templates/timesheets/_grid_pages.html
msgid "Page"
msgstr "صفحة"

#: apps/accounts/admin.py
msgid "National ID, mobile number or e-mail"
msgstr "رقم الهوية أو رقم الجوال أو البريد الإلكتروني"

#: apps/accounts/admin.py
msgid "view"
msgstr "استعراض"

#: apps/accounts/admin.py
msgid "add"
msgstr "إضافة"

#: apps/accounts/admin.py apps/portal/admin.py
msgid "change"
msgstr "تغيير"

#: apps/accounts/apps.py
msgid "Accounts"
msgstr "الحسابات"

#: apps/accounts/choices.py
msgid "Clerk"
msgstr "موظف خدمة"

#: apps/accounts/choices.py
msgid "Billing officer"
msgstr "مسؤول فوترة"

#: apps/accounts/choices.py
msgid "Auditor"
msgstr "مراجع"

#: apps/accounts/choices.py
msgid "Signed in"
msgstr "تسجيل دخول"

#: apps/accounts/choices.py
msgid "Sign-in failed"
msgstr "محاولة دخول غير ناجحة"

#: apps/accounts/choices.py
msgid "Signed out"
msgstr "تسجيل خروج"

#: apps/accounts/choices.py
msgid "Account opened"
msgstr "فتح حساب"

#: apps/accounts/choices.py
msgid "Code sent"
msgstr "إرسال رمز"

#: apps/accounts/choices.py
msgid "Code refused"
msgstr "رمز مرفوض"

#: apps/accounts/choices.py
msgid "Password changed"
msgstr "تغيير كلمة المرور"

#: apps/accounts/choices.py
msgid "Mobile number or e-mail changed"
msgstr "تغيير الجوال أو البريد الإلكتروني"

#: apps/accounts/choices.py
msgid "Second factor added"
msgstr "إضافة عامل تحقق ثانٍ"

#: apps/accounts/choices.py
msgid "Second factor removed"
msgstr "إزالة عامل تحقق ثانٍ"

#: apps/accounts/choices.py
msgid "Session ended"
msgstr "إنهاء جلسة"

#: apps/accounts/choices.py
msgid "Invited to a role"
msgstr "دعوة إلى صلاحية"

#: apps/accounts/choices.py
msgid "Role granted"
msgstr "منح صلاحية"

#: apps/accounts/choices.py
msgid "Role ended"
msgstr "إنهاء صلاحية"

#: apps/accounts/choices.py
msgid "Staff rights changed"
msgstr "تغيير صلاحيات موظف"

#: apps/accounts/choices.py
msgid "Establishment admitted"
msgstr "قبول منشأة"

#: apps/accounts/choices.py
msgid "Establishment refused"
msgstr "رفض منشأة"

#: apps/accounts/choices.py
msgid "Access denied"
msgstr "وصول مرفوض"

#: apps/accounts/choices.py
msgid "Exported"
msgstr "تصدير بيانات"

#: apps/accounts/choices.py
msgid "New account"
msgstr "حساب جديد"

#: apps/accounts/choices.py apps/accounts/forms.py
#: apps/portal/services/contacts.py
#: templates/account/email/password_reset_key_subject.txt
#: templates/account/email/unknown_account_subject.txt
#: templates/account/password_new.html
#: templates/account/password_reset_from_key.html
msgid "New password"
msgstr "كلمة المرور الجديدة"

#: apps/accounts/choices.py apps/portal/identity_forms.py
#: apps/registry/forms.py
msgid "New mobile number"
msgstr "رقم الجوال الجديد"

#: apps/accounts/choices.py apps/portal/identity_forms.py
msgid "New e-mail address"
msgstr "البريد الإلكتروني الجديد"

#: apps/accounts/factor_forms.py
msgid "Authenticator app code"
msgstr "رمز تطبيق المصادقة"

#: apps/accounts/factor_forms.py
msgid "6 digits, shown by the app and new every half minute"
msgstr "6 أرقام يعرضها التطبيق وتتجدد كل نصف دقيقة"

#: apps/accounts/factor_forms.py
msgid "The code is required"
msgstr "الرمز مطلوب"

#: apps/accounts/factor_forms.py
msgid "6 digits of the app, or one of the recovery codes"
msgstr "6 أرقام من التطبيق، أو أحد رموز الاسترداد"

#: apps/accounts/factor_forms.py templates/account/account_home.html
msgid "Password"
msgstr "كلمة المرور"

#: apps/accounts/factor_forms.py apps/accounts/forms.py
msgid "The password is required"
msgstr "كلمة المرور مطلوبة"

#: apps/accounts/factor_forms.py
msgid "Name of the passkey"
msgstr "اسم مفتاح المرور"

#: apps/accounts/factor_forms.py
msgid "Such as the telephone or computer it lies on"
msgstr "مثل اسم الجوال أو الحاسب المحفوظ عليه"

#: apps/accounts/factor_forms.py apps/registry/forms.py
msgid "The name is required"
msgstr "الاسم مطلوب"

#: apps/accounts/factors.py
msgid "The code is not correct"
msgstr "الرمز غير صحيح"

#: apps/accounts/factors.py
msgid "Recovery codes come with a second factor. Set one up first"
msgstr "ترافق رموز الاسترداد عاملًا ثانيًا، فيُعدّ أولًا"

#: apps/accounts/factors.py apps/portal/admin_site.py
#: templates/account/email/base_message.txt templates/admin/base_site.html
#: templates/base.html templates/layouts/_header.html
#: templates/layouts/document.html
msgid "Flexible Work Portal"
msgstr "بوابة العمل المرن"

#: apps/accounts/factors.py
#, python-format
msgid "Passkey %(number)s"
msgstr "مفتاح مرور %(number)s"

#: apps/accounts/fields.py apps/accounts/forms.py
msgid "National ID or Iqama number"
msgstr "رقم الهوية الوطنية أو الإقامة"

#: apps/accounts/fields.py apps/accounts/forms.py
msgid "10 digits, starting with 1 or 2"
msgstr "10 أرقام تبدأ بـ 1 أو 2"

#: apps/accounts/fields.py apps/accounts/forms.py apps/registry/forms.py
msgid "The ID number is required"
msgstr "رقم الهوية مطلوب"

#: apps/accounts/fields.py templates/account/account_home.html
#: templates/account/mobile.html templates/registry/member_invite_check.html
msgid "Mobile number"
msgstr "رقم الجوال"

#: apps/accounts/fields.py
msgid "Such as 0512345678"
msgstr "مثل 0512345678"

#: apps/accounts/fields.py
msgid "The mobile number is required"
msgstr "رقم الجوال مطلوب"

#: apps/accounts/fields.py templates/account/email_address.html
msgid "E-mail address"
msgstr "البريد الإلكتروني"

#: apps/accounts/fields.py
msgid "The e-mail address is required"
msgstr "البريد الإلكتروني مطلوب"

#: apps/accounts/fields.py
msgid "Enter an e-mail address such as name@example.com"
msgstr "يُكتب البريد الإلكتروني مثل name@example.com"

#: apps/accounts/forms.py
msgid "At least 12 characters; not a common password, and not like the name or the ID number"
msgstr "12 حرفًا على الأقل، ليست من الكلمات الشائعة ولا تشبه الاسم أو رقم الهوية"

#: apps/accounts/forms.py
msgid "New password, once more"
msgstr "كلمة المرور الجديدة مرة أخرى"

#: apps/accounts/forms.py
msgid "Current password"
msgstr "كلمة المرور الحالية"

#: apps/accounts/forms.py
msgid "The terms of use must be accepted"
msgstr "الموافقة على شروط الاستخدام مطلوبة"

#: apps/accounts/forms.py
msgid "I accept the terms of use"
msgstr "أوافق على شروط الاستخدام"

#: apps/accounts/middleware.py
msgid "The session has ended. After signing in, work goes on where it was"
msgstr "انتهت الجلسة. يُتابَع العمل من حيث توقف بعد تسجيل الدخول"

#: apps/accounts/models.py apps/registry/models.py
msgid "national ID"
msgstr "رقم الهوية الوطنية"

#: apps/accounts/models.py apps/registry/models.py
msgid "e-mail"
msgstr "البريد الإلكتروني"

#: apps/accounts/models.py apps/registry/models.py
msgid "mobile number"
msgstr "رقم الجوال"

#: apps/accounts/models.py apps/common/models.py apps/registry/models.py
msgid "language"
msgstr "اللغة"

#: apps/accounts/models.py
msgid "active"
msgstr "نشط"

#: apps/accounts/models.py
msgid "staff"
msgstr "من الموظفين"

#: apps/accounts/models.py
msgid "joined at"
msgstr "تاريخ الانضمام"

#: apps/accounts/models.py apps/registry/models.py
msgid "user"
msgstr "المستخدم"

#: apps/accounts/models.py
msgid "users"
msgstr "المستخدمون"

#: apps/accounts/models.py apps/timesheets/models.py
msgid "at"
msgstr "الوقت"

#: apps/accounts/models.py
msgid "event"
msgstr "الحدث"

#: apps/accounts/models.py apps/timesheets/models.py
msgid "done by"
msgstr "نفّذه"

#: apps/accounts/models.py
msgid "IP address"
msgstr "عنوان الشبكة"

#: apps/accounts/models.py
msgid "details"
msgstr "التفاصيل"

#: apps/accounts/models.py
msgid "security event"
msgstr "حدث أمني"

#: apps/accounts/models.py
msgid "security log"
msgstr "سجل الأمان"

#: apps/accounts/models.py
msgid "for"
msgstr "الغرض"

#: apps/accounts/models.py
msgid "attempt"
msgstr "المحاولة"

#: apps/accounts/models.py
msgid "asked for"
msgstr "مطلوب لأجل"

#: apps/accounts/models.py apps/outbox/models.py
msgid "recipient"
msgstr "المستلم"

#: apps/accounts/models.py
msgid "decoy"
msgstr "رمز صوري"

#: apps/accounts/models.py apps/outbox/models.py apps/registry/models.py
#: apps/timesheets/models.py
msgid "sent at"
msgstr "وقت الإرسال"

#: apps/accounts/models.py
msgid "valid until"
msgstr "صالح حتى"

#: apps/accounts/models.py
msgid "wrong attempts"
msgstr "المحاولات الخاطئة"

#: apps/accounts/models.py
msgid "used at"
msgstr "استُخدم في"

#: apps/accounts/models.py
msgid "void since"
msgstr "ملغى منذ"

#: apps/accounts/models.py
msgid "one-time code"
msgstr "رمز لمرة واحدة"

#: apps/accounts/models.py
msgid "one-time codes"
msgstr "الرموز لمرة واحدة"

#: apps/accounts/models.py
msgid "version"
msgstr "الإصدار"

#: apps/accounts/models.py apps/registry/models.py
msgid "accepted at"
msgstr "وقت القبول"

#: apps/accounts/models.py
msgid "accepted terms"
msgstr "الشروط المقبولة"

#: apps/accounts/passwords.py
msgid "A password holds no word that this portal brings to mind, such as its name"
msgstr "لا تحتوي كلمة المرور على كلمة تدل على هذه البوابة، مثل اسمها"

#: apps/accounts/passwords.py
msgid "A password does not hold the ID number"
msgstr "لا تحتوي كلمة المرور على رقم الهوية"

#: apps/accounts/reauthentication.py
msgid "Confirming took too long, so nothing was done. Send it once more"
msgstr "استغرق التأكيد وقتًا طويلًا فلم يُنفَّذ شيء. أعد الإرسال"

#: apps/accounts/rules.py
#, python-format
msgid "The ID has 10 digits; %(n)s were entered"
msgstr "يتكوّن رقم الهوية من 10 أرقام، والمُدخل %(n)s"

#: apps/accounts/rules.py
msgid "The ID consists of digits only"
msgstr "يتكوّن رقم الهوية من أرقام فقط"

#: apps/accounts/rules.py
msgid "The ID begins with 1 or 2"
msgstr "يبدأ رقم الهوية بـ 1 أو 2"

#: apps/accounts/rules.py
msgid "This ID number is not valid. Check the digits"
msgstr "رقم الهوية غير صحيح. يُرجى التحقق من الأرقام"

#: apps/accounts/rules.py
msgid "A mobile number is written 05XXXXXXXX"
msgstr "يُكتب رقم الجوال بالصيغة 05XXXXXXXX"

#: apps/accounts/rules.py
msgid "A mobile number consists of digits, such as 0512345678"
msgstr "يتكوّن رقم الجوال من أرقام فقط، مثل 0512345678"

#: apps/accounts/rules.py
msgid "Only Saudi mobile numbers are possible: they begin with 05"
msgstr "تُقبل أرقام الجوال السعودية فقط، وتبدأ بـ 05"

#: apps/accounts/rules.py
msgid "A mobile number has 10 digits, such as 0512345678"
msgstr "يتكوّن رقم الجوال من 10 أرقام، مثل 0512345678"

#: apps/accounts/rules.py
msgid "The code consists of 6 digits"
msgstr "يتكوّن الرمز من 6 أرقام"

#: apps/accounts/rules.py
#, python-format
msgid "The code is not correct. Attempts left: %(left)s"
msgstr "رمز التحقق غير صحيح. المحاولات المتبقية: %(left)s"

#: apps/accounts/rules.py
msgid "The code is not correct, and no attempts are left. A new code can be sent"
msgstr "رمز التحقق غير صحيح، ولم تبق محاولات. يمكن إرسال رمز جديد"

#: apps/accounts/rules.py
msgid "The code has expired. A new one was sent"
msgstr "انتهت صلاحية الرمز، وأُرسل رمز جديد"

#: apps/accounts/rules.py
#, python-format
msgid "Seconds until a new code can be sent: %(seconds)s"
msgstr "الثواني المتبقية حتى يمكن إرسال رمز جديد: %(seconds)s"

#: apps/accounts/rules.py
#, python-format
msgid "Too many attempts. Try again after %(time)s"
msgstr "محاولات كثيرة. تمكن المحاولة مجددًا بعد %(time)s"

#: apps/accounts/rules.py
msgid "This was changed three times within a day. Try again tomorrow"
msgstr "جرى هذا التغيير ثلاث مرات خلال يوم. تمكن المحاولة غدًا"

#: apps/accounts/rules.py
msgid "This is on file already"
msgstr "هذا هو المسجَّل حاليًّا"

#: apps/accounts/rules.py
msgid "The account is open already. Sign in with the ID number and the password"
msgstr "الحساب مفتوح من قبل. يكون تسجيل الدخول برقم الهوية وكلمة المرور"

#: apps/accounts/services/accounts.py
msgid "The e-mail address of your account in the Flexible Work Portal was changed. If it was not you who changed it, ask the portal for help at once."
msgstr "غُيّر البريد الإلكتروني لحسابك في بوابة العمل المرن. إن لم يكن التغيير منك فيُرجى طلب المساعدة من البوابة فورًا."

#: apps/accounts/services/accounts.py
msgid "The mobile number of your account in the Flexible Work Portal was changed. If it was not you who changed it, ask the portal for help at once."
msgstr "غُيّر رقم الجوال لحسابك في بوابة العمل المرن. إن لم يكن التغيير منك فيُرجى طلب المساعدة من البوابة فورًا."

#: apps/accounts/services/accounts.py
msgid "Your account was changed"
msgstr "تغيير في حسابك"

#: apps/accounts/services/codes.py
#, python-format
msgid "Code to open an account in the Flexible Work Portal: %(code)s"
msgstr "رمز فتح الحساب في بوابة العمل المرن: %(code)s"

#: apps/accounts/services/codes.py
#, python-format
msgid "Code for a new password in the Flexible Work Portal: %(code)s"
msgstr "رمز تعيين كلمة مرور جديدة في بوابة العمل المرن: %(code)s"

#: apps/accounts/services/codes.py
#, python-format
msgid "Code to confirm this mobile number in the Flexible Work Portal: %(code)s"
msgstr "رمز تأكيد رقم الجوال هذا في بوابة العمل المرن: %(code)s"

#: apps/accounts/services/codes.py
#, python-format
msgid "Code to confirm this e-mail address in the Flexible Work Portal: %(code)s"
msgstr "رمز تأكيد البريد الإلكتروني هذا في بوابة العمل المرن: %(code)s"

#: apps/accounts/services/codes.py
msgid "It is valid for 15 minutes. Nobody of the portal asks for it; it is given to nobody."
msgstr "صلاحيته 15 دقيقة، ولا يطلبه أحد من البوابة، ولا يُعطى لأحد."

#: apps/accounts/services/codes.py apps/portal/identity_forms.py
msgid "Verification code"
msgstr "رمز التحقق"

#: apps/accruals/admin.py apps/timesheets/admin.py
msgid "Contract number or national ID"
msgstr "رقم العقد أو الهوية"

#: apps/accruals/admin.py apps/registry/admin.py
msgid "National ID or name"
msgstr "رقم الهوية الوطنية أو الاسم"

#: apps/accruals/admin.py apps/accruals/models.py apps/invoices/admin.py
#: apps/invoices/models.py apps/registry/models.py apps/timesheets/models.py
msgid "reason"
msgstr "السبب"

#: apps/accruals/apps.py
msgid "Accruals"
msgstr "أيام الاشتراك"

#: apps/accruals/models.py apps/contracts/models.py apps/exchange/models.py
#: apps/invoices/admin.py apps/timesheets/models.py
msgid "contract"
msgstr "العقد"

#: apps/accruals/models.py apps/common/admin.py apps/exchange/models.py
#: apps/invoices/models.py apps/regulations/models.py apps/timesheets/models.py
msgid "month"
msgstr "الشهر"

#: apps/accruals/models.py
msgid "rules"
msgstr "القواعد"

#: apps/accruals/models.py
msgid "minutes worked"
msgstr "دقائق العمل"

#: apps/accruals/models.py
msgid "minutes carried in"
msgstr "الدقائق المرحَّلة إليه"

#: apps/accruals/models.py apps/invoices/models.py apps/regulations/choices.py
msgid "days"
msgstr "الأيام"

#: apps/accruals/models.py
msgid "minutes carried out"
msgstr "الدقائق المرحَّلة منه"

#: apps/accruals/models.py
msgid "minutes lapsed"
msgstr "الدقائق الساقطة"

#: apps/accruals/models.py apps/contracts/models.py
msgid "hourly wage"
msgstr "أجر الساعة"

#: apps/accruals/models.py
msgid "daily wage"
msgstr "الأجر اليومي"

#: apps/accruals/models.py apps/invoices/models.py
msgid "contributory wage"
msgstr "الأجر الخاضع للاشتراك"

#: apps/accruals/models.py
msgid "annuities, employer"
msgstr "المعاشات، حصة صاحب العمل"

#: apps/accruals/models.py
msgid "annuities, subscriber"
msgstr "المعاشات، حصة المشترك"

#: apps/accruals/models.py
msgid "hazards, employer"
msgstr "الأخطار المهنية، حصة صاحب العمل"

#: apps/accruals/models.py apps/invoices/tables.py
msgid "SANED, employer"
msgstr "ساند، حصة صاحب العمل"

#: apps/accruals/models.py apps/invoices/tables.py
msgid "SANED, subscriber"
msgstr "ساند، حصة المشترك"

#: apps/accruals/models.py apps/invoices/models.py
msgid "accrual"
msgstr "استحقاق شهر"

#: apps/accruals/models.py
msgid "accruals"
msgstr "استحقاقات الأشهر"

#: apps/accruals/models.py apps/certificates/models.py apps/contracts/models.py
#: apps/exchange/models.py apps/registry/models.py apps/timesheets/models.py
msgid "subscriber"
msgstr "المشترك"

#: apps/accruals/models.py
msgid "credited days"
msgstr "الأيام المحتسبة"

#: apps/accruals/models.py
msgid "days so far"
msgstr "الأيام حتى الآن"

#: apps/accruals/models.py
msgid "credited days so far"
msgstr "الأيام المحتسبة حتى الآن"

#: apps/accruals/models.py
msgid "days of a subscriber"
msgstr "أيام مشترك"

#: apps/accruals/models.py
msgid "days of subscribers"
msgstr "أيام المشتركين"

#: apps/accruals/models.py
msgid "parked at"
msgstr "تاريخ التعليق"

#: apps/accruals/models.py
msgid "parked subscriber"
msgstr "مشترك معلَّق"

#: apps/accruals/models.py
msgid "parked subscribers"
msgstr "مشتركون معلَّقون"

#: apps/accruals/rules.py
#, python-format
msgid "Contract %(contract_no)s has no hourly wage in %(month)s."
msgstr "لا يوجد أجر ساعة للعقد %(contract_no)s في %(month)s."

#: apps/accruals/rules.py
#, python-format
msgid "%(month)s of this subscriber is not computed yet."
msgstr "لم يُحتسب شهر %(month)s لهذا المشترك بعد."

#: apps/accruals/rules.py
#, python-format
msgid "%(worked)s in %(month)s + %(carried)s carried from %(previous)s = %(sum)s"
msgstr "%(worked)s في %(month)s + %(carried)s مرحَّلة من %(previous)s = %(sum)s"

#: apps/accruals/rules.py
#, python-format
msgid "%(worked)s in %(month)s"
msgstr "%(worked)s في %(month)s"

#: apps/accruals/rules.py
#, python-format
msgid "Every %(day)s are a day: %(days)s, and %(rest)s carried to %(next)s"
msgstr "كل %(day)s يوم اشتراك: %(days)s، وتُرحَّل %(rest)s إلى %(next)s"

#: apps/accruals/rules.py
#, python-format
msgid "Every %(day)s are a day: %(days)s; %(rest)s lapse as the contract ends"
msgstr "كل %(day)s يوم اشتراك: %(days)s، وتسقط %(rest)s بانتهاء العقد"

#: apps/accruals/rules.py
#, python-format
msgid "Every %(day)s are a day: %(days)s; %(rest)s lapse"
msgstr "كل %(day)s يوم اشتراك: %(days)s، وتسقط %(rest)s"

#: apps/accruals/rules.py
#, python-format
msgid "Every %(day)s are a day: %(days)s, nothing left over"
msgstr "كل %(day)s يوم اشتراك: %(days)s، ولا يبقى شيء"

#: apps/accruals/rules.py
#, python-format
msgid "The hourly wage of %(hourly)s is under the floor of %(floor)s: %(daily)s a day is counted"
msgstr "أجر الساعة %(hourly)s دون الحد الأدنى %(floor)s، فيُحتسب %(daily)s لليوم"

#: apps/accruals/rules.py
#, python-format
msgid "The daily wage is limited to %(daily)s, a ceiling of %(ceiling)s a month"
msgstr "الأجر اليومي محدود بـ %(daily)s، وهو الحد الأعلى %(ceiling)s للشهر"

#: apps/accruals/rules.py
#, python-format
msgid "%(hourly)s an hour × %(day)s = %(daily)s a day"
msgstr "%(hourly)s للساعة × %(day)s = %(daily)s لليوم"

#: apps/accruals/rules.py
#, python-format
msgid "%(days)s × %(daily)s = %(uncut)s"
msgstr "%(days)s × %(daily)s = %(uncut)s"

#: apps/accruals/rules.py
#, python-format
msgid "All wages of the month are cut to the ceiling of %(ceiling)s: %(wage)s counts here"
msgstr "خُفّضت أجور الشهر كلها إلى الحد الأعلى %(ceiling)s، فيُحتسب هنا %(wage)s"

#: apps/accruals/rules.py
#, python-format
msgid "Employer: annuities %(annuities_rate)s = %(annuities)s, hazards %(hazards_rate)s = %(hazards)s, SANED %(saned_rate)s = %(saned)s"
msgstr "صاحب العمل: المعاشات %(annuities_rate)s = %(annuities)s، الأخطار المهنية %(hazards_rate)s = %(hazards)s، ساند %(saned_rate)s = %(saned)s"

#: apps/accruals/rules.py
#, python-format
msgid "Subscriber: annuities %(annuities_rate)s = %(annuities)s, SANED %(saned_rate)s = %(saned)s"
msgstr "المشترك: المعاشات %(annuities_rate)s = %(annuities)s، ساند %(saned_rate)s = %(saned)s"

#: apps/accruals/rules.py
#, python-format
msgid "Employer: annuities %(annuities_rate)s = %(annuities)s, hazards %(hazards_rate)s = %(hazards)s"
msgstr "صاحب العمل: المعاشات %(annuities_rate)s = %(annuities)s، الأخطار المهنية %(hazards_rate)s = %(hazards)s"

#: apps/accruals/rules.py
#, python-format
msgid "Subscriber: annuities %(annuities_rate)s = %(annuities)s"
msgstr "المشترك: المعاشات %(annuities_rate)s = %(annuities)s"

#: apps/accruals/rules.py
#, python-format
msgid "%(employer)s + %(subscriber)s = %(total)s"
msgstr "%(employer)s + %(subscriber)s = %(total)s"

#: apps/accruals/rules.py
#, python-format
msgid "%(days)s ÷ %(month)s = %(months)s, and %(rest)s"
msgstr "%(days)s ÷ %(month)s = %(months)s، والباقي %(rest)s"

#: apps/accruals/rules.py
#, python-format
msgid "%(days)s ÷ %(month)s = %(months)s"
msgstr "%(days)s ÷ %(month)s = %(months)s"

#: apps/accruals/rules.py
#, python-format
msgid "%(before)s until %(previous)s + %(days)s in %(month)s = %(total)s"
msgstr "%(before)s حتى %(previous)s + %(days)s في %(month)s = %(total)s"

#: apps/accruals/rules.py
#, python-format
msgid "%(days)s registered, of which %(credited)s are credited: at most %(most)s of one calendar month"
msgstr "المسجَّل %(days)s، والمحتسب منها في أشهر الاشتراك %(credited)s، إذ لا يُحتسب للشهر الميلادي الواحد أكثر من %(most)s"

#: apps/accruals/rules.py
#, python-format
msgid "%(month)s: %(days)s registered, %(credited)s credited, the most in one month"
msgstr "%(month)s: %(days)s مسجَّلة، يُحتسب منها %(credited)s، وهو الحد الأعلى للشهر الواحد"

#: apps/certificates/admin.py
msgid "National ID, name or SHA-256"
msgstr "رقم الهوية أو الاسم أو SHA-256"

#: apps/certificates/apps.py
msgid "Statements"
msgstr "كشوف المُدد"

#: apps/certificates/documents.py
#, python-format
msgid "Statement of contribution periods until %(month)s.pdf"
msgstr "كشف المُدد حتى %(month)s.pdf"

#: apps/certificates/models.py
msgid "as of month"
msgstr "حتى شهر"

#: apps/certificates/models.py
msgid "statement"
msgstr "كشف"

#: apps/certificates/models.py
msgid "statements"
msgstr "كشوف"

#: apps/certificates/rules.py
msgid "No month with hours of this subscriber is closed yet."
msgstr "لم يُقفل بعد أي شهر فيه ساعات لهذا المشترك."

#: apps/certificates/rules.py
#, python-format
msgid "The days of %(month)s are not computed yet. The statement can be made once they are."
msgstr "لم تُحتسب أيام %(month)s بعد. يمكن إصدار الكشف عند احتسابها."

#: apps/certificates/views.py
msgid "Statement in Arabic"
msgstr "كشف بالعربية"

#: apps/certificates/views.py
msgid "Statement in English"
msgstr "كشف بالإنجليزية"

#: apps/common/admin.py
#, python-format
msgid "about %(count)s"
msgstr "نحو %(count)s"

#: apps/common/admin.py
#, python-format
msgid "%(count)s or more"
msgstr "%(count)s أو أكثر"

#: apps/common/admin.py
msgid "file"
msgstr "الملف"

#: apps/common/admin.py
msgid "Open the PDF"
msgstr "فتح الملف PDF"

#: apps/common/apps.py
msgid "Common"
msgstr "مشترك بين الأقسام"

#: apps/common/dates.py
msgid "January"
msgstr "يناير"

#: apps/common/dates.py
msgid "February"
msgstr "فبراير"

#: apps/common/dates.py
msgid "March"
msgstr "مارس"

#: apps/common/dates.py
msgid "April"
msgstr "أبريل"

#: apps/common/dates.py
msgctxt "month"
msgid "May"
msgstr "مايو"

#: apps/common/dates.py
msgid "June"
msgstr "يونيو"

#: apps/common/dates.py
msgid "July"
msgstr "يوليو"

#: apps/common/dates.py
msgid "August"
msgstr "أغسطس"

#: apps/common/dates.py
msgid "September"
msgstr "سبتمبر"

#: apps/common/dates.py
msgid "October"
msgstr "أكتوبر"

#: apps/common/dates.py
msgid "November"
msgstr "نوفمبر"

#: apps/common/dates.py
msgid "December"
msgstr "ديسمبر"

#: apps/common/dates.py
msgid "Muharram"
msgstr "محرم"

#: apps/common/dates.py
msgid "Safar"
msgstr "صفر"

#: apps/common/dates.py
msgid "Rabi al-Awwal"
msgstr "ربيع الأول"

#: apps/common/dates.py
msgid "Rabi al-Akhir"
msgstr "ربيع الآخر"

#: apps/common/dates.py
msgid "Jumada al-Ula"
msgstr "جمادى الأولى"

#: apps/common/dates.py
msgid "Jumada al-Akhirah"
msgstr "جمادى الآخرة"

#: apps/common/dates.py
msgid "Rajab"
msgstr "رجب"

#: apps/common/dates.py
msgid "Shaban"
msgstr "شعبان"

#: apps/common/dates.py
msgid "Ramadan"
msgstr "رمضان"

#: apps/common/dates.py
msgid "Shawwal"
msgstr "شوال"

#: apps/common/dates.py
msgid "Dhu al-Qadah"
msgstr "ذو القعدة"

#: apps/common/dates.py
msgid "Dhu al-Hijjah"
msgstr "ذو الحجة"

#: apps/common/dates.py
msgid "Monday"
msgstr "الاثنين"

#: apps/common/dates.py
msgid "Tuesday"
msgstr "الثلاثاء"

#: apps/common/dates.py
msgid "Wednesday"
msgstr "الأربعاء"

#: apps/common/dates.py
msgid "Thursday"
msgstr "الخميس"

#: apps/common/dates.py
msgid "Friday"
msgstr "الجمعة"

#: apps/common/dates.py
msgid "Saturday"
msgstr "السبت"

#: apps/common/dates.py
msgid "Sunday"
msgstr "الأحد"

#: apps/common/dates.py
msgctxt "Monday"
msgid "M"
msgstr "ن"

#: apps/common/dates.py
msgctxt "Tuesday"
msgid "T"
msgstr "ث"

#: apps/common/dates.py
msgctxt "Wednesday"
msgid "W"
msgstr "ر"

#: apps/common/dates.py
msgctxt "Thursday"
msgid "T"
msgstr "خ"

#: apps/common/dates.py
msgctxt "Friday"
msgid "F"
msgstr "ج"

#: apps/common/dates.py
msgctxt "Saturday"
msgid "S"
msgstr "س"

#: apps/common/dates.py
msgctxt "Sunday"
msgid "S"
msgstr "ح"

#: apps/common/dates.py
#, python-format
msgid "%(date)s %(year)s AH"
msgstr "%(date)s %(year)sهـ"

#: apps/common/dates.py
msgctxt "time"
msgid "am"
msgstr "ص"

#: apps/common/dates.py
msgctxt "time"
msgid "pm"
msgstr "م"

#: apps/common/dates.py
#, python-format
msgid "%(date)s, %(time)s"
msgstr "%(date)s، %(time)s"

#: apps/common/db.py apps/invoices/tables.py apps/portal/tables.py
#: templates/certificates/documents/statement.html
#: templates/contracts/contract_detail.html templates/exchange/_recent.html
#: templates/invoices/run_list.html templates/portal/own_contract.html
#: templates/portal/subscriber_hours.html
#: templates/timesheets/_declaration.html
#: templates/timesheets/documents/declaration.html
#: templates/timesheets/month_attested.html
#: templates/timesheets/month_list.html
msgid "Month"
msgstr "الشهر"

#: apps/common/db.py
msgid "Enter a month such as 2026-10."
msgstr "يُكتب الشهر مثل 2026-10."

#: apps/common/errors.py
msgid "This is not possible."
msgstr "هذا الإجراء غير ممكن."

#: apps/common/errors.py
#, python-format
msgid "Rows that cannot be taken: %(count)s"
msgstr "الصفوف التي لا يمكن قبولها: %(count)s"

#: apps/common/errors.py
#, python-format
msgid "An unexpected fault (%(fault)s) stopped this. The log has the details."
msgstr "توقّف هذا بسبب خلل غير متوقع (%(fault)s). التفاصيل في سجل النظام."

#: apps/common/forms.py
msgid "Such as 31/01/2026"
msgstr "مثل 31/01/2026"

#: apps/common/lists.py templates/admin/search_form.html
msgid "Search"
msgstr "بحث"

#: apps/common/lists.py
msgid "Nothing here yet."
msgstr "لا شيء هنا بعد."

#: apps/common/models.py
msgid "requested at"
msgstr "وقت الطلب"

#: apps/common/models.py apps/exchange/models.py
msgid "content"
msgstr "المحتوى"

#: apps/common/models.py apps/exchange/models.py
msgid "SHA-256"
msgstr "البصمة SHA-256"

#: apps/common/models.py
msgid "rendered at"
msgstr "وقت الإنشاء"

#: apps/common/models.py
msgid "failed attempts"
msgstr "المحاولات المتعثرة"

#: apps/common/models.py apps/outbox/models.py
msgid "last failure"
msgstr "آخر تعثر"

#: apps/common/reading.py
#, python-format
msgid "“%(value)s” is not an amount. Write it like 1,000.50"
msgstr "«⁨%(value)s⁩» ليس مبلغًا. يُكتب المبلغ مثل 1,000.50"

#: apps/common/reading.py
msgid "The amount must be more than zero"
msgstr "يجب أن يكون المبلغ أكبر من الصفر"

#: apps/common/reading.py
msgid "An amount has at most two decimals, such as 31.25"
msgstr "يُكتب المبلغ بخانتين عشريتين على الأكثر، مثل 31.25"

#: apps/common/reading.py
#, python-format
msgid "The amount can be %(limit)s at most"
msgstr "لا يمكن أن يتجاوز المبلغ %(limit)s"

#: apps/common/reading.py
#, python-format
msgid "“%(value)s” is not a date. Write it like 31/01/2026"
msgstr "«⁨%(value)s⁩» ليس تاريخًا. يُكتب التاريخ مثل 31/01/2026"

#: apps/common/reading.py
#, python-format
msgid "There is no such day in the calendar: %(value)s"
msgstr "لا يوجد هذا اليوم في التقويم: ⁨%(value)s⁩"

#: apps/common/reading.py
#, python-format
msgid "The year must lie between %(first)s and %(last)s"
msgstr "يجب أن تقع السنة بين %(first)s و%(last)s"

#: apps/common/reading.py
#, python-format
msgid "Is this a Hijri date? In the Gregorian calendar it is %(written)s (%(day)s)"
msgstr "تاريخ هجري؟ يوافقه بالميلادي %(written)s (%(day)s)"

#: apps/common/scripts.py
#, python-format
msgid "At most %(limit)s characters are possible; %(length)s were entered"
msgstr "الحد الأعلى لعدد الأحرف %(limit)s، والمُدخل %(length)s"

#: apps/common/scripts.py
msgid "The text contains hidden marks that turn the direction of writing. Type it again instead of pasting it"
msgstr "يحتوي النص على علامات خفية تعكس اتجاه الكتابة. يُرجى كتابته بدل لصقه"

#: apps/common/scripts.py
#, python-format
msgid "The character “%(character)s” cannot be used. Arabic and Latin letters, digits and punctuation are possible"
msgstr "لا يمكن استخدام الرمز «%(character)s». تُقبل الحروف العربية واللاتينية والأرقام وعلامات الترقيم"

#: apps/common/scripts.py
msgid "Too many marks stand on one letter"
msgstr "توجد حركات كثيرة على حرف واحد"

#: apps/common/templatetags/components.py apps/common/text.py
#, python-format
msgid "SAR %(amount)s"
msgstr "%(amount)s ريال"

#: apps/common/text.py
#, python-format
msgid "%(n)s hour"
msgid_plural "%(n)s hours"
msgstr[0] "لا ساعات"
msgstr[1] "ساعة واحدة"
msgstr[2] "ساعتان"
msgstr[3] "%(n)s ساعات"
msgstr[4] "%(n)s ساعة"
msgstr[5] "%(n)s ساعة"

#: apps/common/text.py
#, python-format
msgid "%(n)s minute"
msgid_plural "%(n)s minutes"
msgstr[0] "لا دقائق"
msgstr[1] "دقيقة واحدة"
msgstr[2] "دقيقتين"
msgstr[3] "%(n)s دقائق"
msgstr[4] "%(n)s دقيقةً"
msgstr[5] "%(n)s دقيقة"

#: apps/common/text.py
#, python-format
msgid "%(n)s session"
msgid_plural "%(n)s sessions"
msgstr[0] "لا جلسات"
msgstr[1] "جلسة واحدة"
msgstr[2] "جلستان"
msgstr[3] "%(n)s جلسات"
msgstr[4] "%(n)s جلسةً"
msgstr[5] "%(n)s جلسة"

#: apps/common/text.py
#, python-format
msgid "%(n)s day"
msgid_plural "%(n)s days"
msgstr[0] "لا أيام"
msgstr[1] "يوم واحد"
msgstr[2] "يومان"
msgstr[3] "%(n)s أيام"
msgstr[4] "%(n)s يومًا"
msgstr[5] "%(n)s يوم"

#: apps/common/text.py
#, python-format
msgid "%(n)s month"
msgid_plural "%(n)s months"
msgstr[0] "لا أشهر"
msgstr[1] "شهر واحد"
msgstr[2] "شهران"
msgstr[3] "%(n)s أشهر"
msgstr[4] "%(n)s شهرًا"
msgstr[5] "%(n)s شهر"

#: apps/common/text.py
#, python-format
msgid "%(n)s subscriber"
msgid_plural "%(n)s subscribers"
msgstr[0] "لا مشتركين"
msgstr[1] "مشترك واحد"
msgstr[2] "مشتركان"
msgstr[3] "%(n)s مشتركين"
msgstr[4] "%(n)s مشتركًا"
msgstr[5] "%(n)s مشترك"

#: apps/common/text.py
#, python-format
msgid "%(n)s contract"
msgid_plural "%(n)s contracts"
msgstr[0] "لا عقود"
msgstr[1] "عقد واحد"
msgstr[2] "عقدان"
msgstr[3] "%(n)s عقود"
msgstr[4] "%(n)s عقدًا"
msgstr[5] "%(n)s عقد"

#: apps/common/text.py
#, python-format
msgid "%(n)s offer"
msgid_plural "%(n)s offers"
msgstr[0] "لا عروض"
msgstr[1] "عرض واحد"
msgstr[2] "عرضان"
msgstr[3] "%(n)s عروض"
msgstr[4] "%(n)s عرضًا"
msgstr[5] "%(n)s عرض"

#: apps/common/text.py
#, python-format
msgid "%(n)s result"
msgid_plural "%(n)s results"
msgstr[0] "لا نتائج"
msgstr[1] "نتيجة واحدة"
msgstr[2] "نتيجتان"
msgstr[3] "%(n)s نتائج"
msgstr[4] "%(n)s نتيجة"
msgstr[5] "%(n)s نتيجة"

#: apps/contracts/admin.py apps/contracts/models.py
msgid "from month"
msgstr "من شهر"

#: apps/contracts/admin.py apps/contracts/tables.py apps/registry/tables.py
#: templates/exchange/_recent.html templates/portal/_contract_month.html
#: templates/portal/own_contracts.html templates/portal/subscriber_hours.html
#: templates/registry/member_list.html templates/timesheets/month_list.html
msgid "State"
msgstr "الحالة"

#: apps/contracts/admin.py
msgid "Contract number, national ID, unified number or name"
msgstr "رقم العقد أو الهوية أو الرقم الموحد أو الاسم"

#: apps/contracts/admin.py apps/contracts/tables.py
#: apps/exchange/services/layouts.py apps/invoices/tables.py
#: templates/contracts/documents/contract.html
#: templates/portal/own_contracts.html
msgid "Contract number"
msgstr "رقم العقد"

#: apps/contracts/admin.py
msgid "Contract number or SHA-256"
msgstr "رقم العقد أو بصمة SHA-256"

#: apps/contracts/apps.py apps/exchange/choices.py apps/exchange/pages.py
#: apps/invoices/views/runs.py apps/portal/views/contracts.py
#: templates/contracts/_tabs.html templates/contracts/contract_list.html
#: templates/exchange/upload_detail.html templates/invoices/run_start.html
msgid "Contracts"
msgstr "العقود"

#: apps/contracts/choices.py
msgid "Active"
msgstr "ساري"

#: apps/contracts/choices.py
msgid "Terminated"
msgstr "مفسوخ"

#: apps/contracts/choices.py apps/portal/pages/employer_home.py
msgid "Not begun"
msgstr "لم يبدأ بعد"

#: apps/contracts/choices.py templates/timesheets/declaration_detail.html
msgid "In force"
msgstr "ساري"

#: apps/contracts/choices.py apps/registry/choices.py
msgid "Expired"
msgstr "منتهي"

#: apps/contracts/choices.py apps/invoices/documents.py
#: templates/contracts/contract_check.html
#: templates/contracts/contract_person.html
#: templates/contracts/contract_terms.html
msgid "New contract"
msgstr "عقد جديد"

#: apps/contracts/choices.py
msgid "Renewal"
msgstr "تجديد"

#: apps/contracts/choices.py
msgid "Extension"
msgstr "تمديد"

#: apps/contracts/choices.py
msgid "Lower wage"
msgstr "خفض الأجر"

#: apps/contracts/choices.py
msgid "Awaiting the answer"
msgstr "بانتظار الرد"

#: apps/contracts/choices.py
msgid "Change asked for"
msgstr "طُلب تعديله"

#: apps/contracts/choices.py
msgctxt "offer"
msgid "Accepted"
msgstr "مقبول"

#: apps/contracts/choices.py
msgctxt "offer"
msgid "Refused"
msgstr "مرفوض"

#: apps/contracts/choices.py
msgctxt "offer"
msgid "Withdrawn"
msgstr "مسحوب"

#: apps/contracts/choices.py
msgctxt "offer"
msgid "Lapsed"
msgstr "انتهت مهلته"

#: apps/contracts/documents.py
#, python-format
msgid "Contract %(number)s.pdf"
msgstr "عقد %(number)s.pdf"

#: apps/contracts/forms.py apps/registry/admin.py
msgid "National ID of the person"
msgstr "رقم هوية الشخص"

#: apps/contracts/forms.py apps/contracts/tables.py
#: apps/exchange/services/layouts.py templates/contracts/_offer_terms.html
#: templates/contracts/_terms.html templates/contracts/contract_check.html
#: templates/contracts/documents/contract.html templates/exchange/_offered.html
#: templates/portal/own_contracts.html templates/timesheets/month_paste.html
msgid "First day"
msgstr "اليوم الأول"

#: apps/contracts/forms.py
msgid "The first day is required"
msgstr "اليوم الأول مطلوب"

#: apps/contracts/forms.py apps/contracts/tables.py
#: apps/exchange/services/layouts.py templates/contracts/_offer_terms.html
#: templates/contracts/_terms.html templates/contracts/contract_check.html
#: templates/contracts/documents/contract.html templates/exchange/_offered.html
#: templates/portal/own_contracts.html
msgid "Last day"
msgstr "اليوم الأخير"

#: apps/contracts/forms.py
msgid "The last day is required"
msgstr "اليوم الأخير مطلوب"

#: apps/contracts/forms.py
msgid "Hourly wage in riyals"
msgstr "أجر الساعة بالريال"

#: apps/contracts/forms.py
msgid "Such as 31.25"
msgstr "مثل 31.25"

#: apps/contracts/forms.py
msgid "The hourly wage is required"
msgstr "أجر الساعة مطلوب"

#: apps/contracts/forms.py templates/contracts/_offer_terms.html
#: templates/contracts/contract_end_check.html
msgid "New last day"
msgstr "اليوم الأخير الجديد"

#: apps/contracts/forms.py
msgid "The employer sees it, up to 500 characters"
msgstr "يظهر لصاحب العمل، حتى 500 حرف"

#: apps/contracts/forms.py
msgid "What should be otherwise?"
msgstr "ما التعديل المطلوب؟"

#: apps/contracts/forms.py apps/contracts/rules.py
msgid "The wanted change is required"
msgstr "يُرجى كتابة التعديل المطلوب"

#: apps/contracts/forms.py templates/contracts/_offer_terms.html
msgid "From the first of"
msgstr "اعتبارًا من بداية"

#: apps/contracts/forms.py
msgid "Last day of work"
msgstr "آخر يوم عمل"

#: apps/contracts/forms.py
msgid "Kept with the contract, up to 300 characters"
msgstr "يُحفظ مع العقد، بما لا يزيد على 300 حرف"

#: apps/contracts/forms.py apps/registry/forms.py apps/timesheets/forms.py
msgid "The reason is required"
msgstr "السبب مطلوب"

#: apps/contracts/models.py
msgid "contract number"
msgstr "رقم العقد"

#: apps/contracts/models.py apps/exchange/models.py apps/invoices/models.py
#: apps/registry/models.py apps/timesheets/models.py
msgid "establishment"
msgstr "المنشأة"

#: apps/contracts/models.py
msgid "first day"
msgstr "أول يوم"

#: apps/contracts/models.py
msgid "last day"
msgstr "آخر يوم"

#: apps/contracts/models.py
msgid "agreed last day"
msgstr "آخر يوم متفق عليه"

#: apps/contracts/models.py apps/timesheets/models.py
msgid "status"
msgstr "الحالة"

#: apps/contracts/models.py
msgid "created at"
msgstr "تاريخ الإنشاء"

#: apps/contracts/models.py
msgid "created by"
msgstr "أنشأه"

#: apps/contracts/models.py
msgid "terminated at"
msgstr "تاريخ الفسخ"

#: apps/contracts/models.py
msgid "terminated by"
msgstr "فسخه"

#: apps/contracts/models.py
msgid "reason for termination"
msgstr "سبب الفسخ"

#: apps/contracts/models.py
msgid "employer reminded of the end at"
msgstr "وقت تذكير صاحب العمل بالانتهاء"

#: apps/contracts/models.py
msgid "contracts"
msgstr "العقود"

#: apps/contracts/models.py apps/timesheets/models.py
msgid "entered at"
msgstr "تاريخ الإدخال"

#: apps/contracts/models.py apps/timesheets/models.py
msgid "entered by"
msgstr "أدخله"

#: apps/contracts/models.py
msgid "hourly wages"
msgstr "أجور الساعة"

#: apps/contracts/models.py apps/exchange/models.py apps/registry/models.py
msgid "kind"
msgstr "النوع"

#: apps/contracts/models.py
msgid "wage from month"
msgstr "الأجر من شهر"

#: apps/contracts/models.py
msgid "last day for the answer"
msgstr "آخر يوم للرد"

#: apps/contracts/models.py
msgid "offered at"
msgstr "وقت العرض"

#: apps/contracts/models.py
msgid "offered by"
msgstr "مُقدِّم العرض"

#: apps/contracts/models.py
msgid "reminders sent"
msgstr "التذكيرات المرسلة"

#: apps/contracts/models.py
msgid "answered at"
msgstr "وقت الرد"

#: apps/contracts/models.py
msgid "answered by"
msgstr "صاحب الرد"

#: apps/contracts/models.py
msgid "words of the subscriber"
msgstr "كلام المشترك"

#: apps/contracts/models.py apps/regulations/models.py
msgid "closed at"
msgstr "تاريخ الإقفال"

#: apps/contracts/models.py apps/regulations/models.py
msgid "closed by"
msgstr "أقفله"

#: apps/contracts/models.py
msgid "contract made"
msgstr "العقد الناتج"

#: apps/contracts/models.py
msgid "offer it replaces"
msgstr "العرض الذي حلّ هذا محله"

#: apps/contracts/models.py
msgid "contract offer"
msgstr "عرض عقد"

#: apps/contracts/models.py
msgid "contract offers"
msgstr "عروض العقود"

#: apps/contracts/models.py
msgid "shows the ID"
msgstr "يُظهر رقم الهوية"

#: apps/contracts/models.py
msgid "digest of the terms"
msgstr "بصمة الشروط"

#: apps/contracts/models.py apps/exchange/models.py
msgid "terms"
msgstr "الشروط"

#: apps/contracts/models.py
msgid "contract paper"
msgstr "مستند عقد"

#: apps/contracts/models.py
msgid "contract papers"
msgstr "مستندات العقود"

#: apps/contracts/rules.py
msgid "The last day comes before the first day"
msgstr "اليوم الأخير يسبق اليوم الأول"

#: apps/contracts/rules.py
#, python-format
msgid "A flexible-work contract lasts %(months)s months at most (Labour Regulation 27/2/12): beginning on %(first)s, it can end on %(last)s at the latest"
msgstr "لا تتجاوز مدة عقد العمل المرن %(months)s شهرًا (لائحة نظام العمل 27/2/12): العقد الذي يبدأ في %(first)s ينتهي في %(last)s على الأكثر"

#: apps/contracts/rules.py
#, python-format
msgid "On the first day the person is %(age)s years old; work is possible from %(limit)s (Labour Regulation 33)"
msgstr "عمر الشخص في اليوم الأول %(age)s، والحد الأدنى لسن العمل %(limit)s (لائحة نظام العمل، المادة 33)"

#: apps/contracts/rules.py
#, python-format
msgid "On the first day the person is %(age)s years old; new insurance is possible up to %(limit)s (Social Insurance Law 14)"
msgstr "عمر الشخص في اليوم الأول %(age)s، والحد الأعلى للتسجيل %(limit)s (نظام التأمينات الاجتماعية، المادة 14)"

#: apps/contracts/rules.py
msgid "The hourly wage must be more than zero"
msgstr "يجب أن يكون أجر الساعة أكبر من الصفر"

#: apps/contracts/rules.py
msgid "The hourly wage has at most two decimals, such as 31.25"
msgstr "يُكتب أجر الساعة بخانتين عشريتين على الأكثر، مثل 31.25"

#: apps/contracts/rules.py
#, python-format
msgid "The person already has contract %(contract_no)s with this establishment from %(first)s to %(last)s; two contracts of one person and establishment cannot overlap"
msgstr "للشخص عقد آخر مع هذه المنشأة رقمه %(contract_no)s، من %(first)s إلى %(last)s، ولا يجوز أن يتداخل عقدان للشخص نفسه مع المنشأة نفسها"

#: apps/contracts/rules.py
#, python-format
msgid "No establishment has the number %(number)s"
msgstr "لا توجد منشأة بالرقم %(number)s"

#: apps/contracts/rules.py
msgid "No subscriber has this national ID"
msgstr "لا يوجد مشترك برقم الهوية هذا"

#: apps/contracts/rules.py apps/timesheets/services/loading.py
#, python-format
msgid "There is no contract %(contract_no)s"
msgstr "لا يوجد عقد برقم %(contract_no)s"

#: apps/contracts/rules.py
#, python-format
msgid "Contract %(contract_no)s is already recorded with other facts"
msgstr "العقد %(contract_no)s مسجل من قبل ببيانات أخرى"

#: apps/contracts/rules.py
#, python-format
msgid "Contract %(contract_no)s stands in an earlier row already"
msgstr "ورد العقد %(contract_no)s في صف سابق"

#: apps/contracts/rules.py
msgid "A wage changes on the first of a month only"
msgstr "لا يتغير الأجر إلا في أول يوم من الشهر"

#: apps/contracts/rules.py
msgid "The month has this wage already"
msgstr "هذا هو أجر الشهر المختار حاليًا"

#: apps/contracts/rules.py
#, python-format
msgid "The contract begins in %(month)s with the wage it was made with; a change is possible from the next month on"
msgstr "يبدأ العقد في %(month)s بالأجر المتفق عليه فيه، ويمكن تغيير الأجر اعتبارًا من الشهر التالي"

#: apps/contracts/rules.py
#, python-format
msgid "The contract ends on %(last)s, before this wage would begin"
msgstr "ينتهي العقد في %(last)s قبل بداية هذا الأجر"

#: apps/contracts/rules.py
#, python-format
msgid "A wage of %(contract_no)s from %(month)s stands in an earlier row already"
msgstr "ورد أجر العقد %(contract_no)s اعتبارًا من %(month)s في صف سابق"

#: apps/contracts/rules.py
msgid "The contract is already terminated"
msgstr "فُسخ هذا العقد من قبل"

#: apps/contracts/rules.py
#, python-format
msgid "The last day must lie in the term of the contract, from %(first)s to %(last)s"
msgstr "يجب أن يقع اليوم الأخير ضمن مدة العقد، من %(first)s إلى %(last)s"

#: apps/contracts/rules.py
#, python-format
msgid "Hours are entered after %(last_day)s. They must be cleared first, or the contract must end later"
msgstr "توجد ساعات مدخلة بعد %(last_day)s. يجب حذفها أولًا أو اختيار يوم لاحق لنهاية العقد"

#: apps/contracts/rules.py
msgid "An offer to this person already waits for an answer. Withdraw or correct it first"
msgstr "يوجد عرض لهذا الشخص بانتظار الرد. يُرجى سحبه أو تصحيحه أولًا"

#: apps/contracts/rules.py
msgid "An offer to this person stands in an earlier row already"
msgstr "ورد عرض لهذا الشخص في صف سابق"

#: apps/contracts/rules.py
msgid "Nobody can offer a contract to himself"
msgstr "لا يمكن لأحد أن يعرض عقدًا على نفسه"

#: apps/contracts/rules.py
msgid "Only the person to whom it is offered can answer an offer"
msgstr "لا يردّ على العرض إلا من عُرض عليه"

#: apps/contracts/rules.py
#, python-format
msgid "The offer is not open any more: %(state)s"
msgstr "لم يعد العرض مفتوحًا: %(state)s"

#: apps/contracts/rules.py
#, python-format
msgid "The offer could be answered until %(last)s"
msgstr "انتهت مهلة الرد على العرض في %(last)s"

#: apps/contracts/rules.py
#, python-format
msgid "The contract ended on %(last)s"
msgstr "انتهى العقد في %(last)s"

#: apps/contracts/rules.py
#, python-format
msgid "A renewal can be offered from %(first)s on, %(days)s before the contract ends"
msgstr "يمكن عرض التجديد ابتداءً من %(first)s، والمدة قبل نهاية العقد: %(days)s"

#: apps/contracts/rules.py
#, python-format
msgid "An extension ends after the present last day, %(last)s"
msgstr "يجب أن ينتهي التمديد بعد اليوم الأخير الحالي، وهو %(last)s"

#: apps/contracts/rules.py
#, python-format
msgid "A lower wage must be accepted before its month; it can begin in %(month)s at the earliest"
msgstr "يجب قبول الأجر الأقل قبل بداية شهره، وأقرب شهر ممكن هو %(month)s"

#: apps/contracts/services/notices.py
#, python-format
msgid "An offer of %(establishment)s still waits for your answer in the Flexible Work Portal, until %(last)s."
msgstr "ما زال عرض %(establishment)s بانتظار ردك في بوابة العمل المرن حتى %(last)s."

#: apps/contracts/services/notices.py
#, python-format
msgid "%(establishment)s has withdrawn its offer. You need not answer it any more."
msgstr "سحبت منشأة %(establishment)s عرضها، ولم يعد بانتظار ردك."

#: apps/contracts/services/notices.py
#, python-format
msgid "%(establishment)s: %(offers)s lapsed without an acceptance. The list of offers names the persons."
msgstr "%(establishment)s: عروض انتهت مهلتها دون قبول، وعددها: %(offers)s. الأسماء في قائمة العروض."

#: apps/contracts/services/notices.py
#, python-format
msgid "%(establishment)s has ended your contract early; its last day is %(last)s. The reason stands on the page of the contract in the Flexible Work Portal."
msgstr "أنهت منشأة %(establishment)s عقدك مبكرًا، وآخر يوم فيه %(last)s. السبب مذكور في صفحة العقد في بوابة العمل المرن."

#: apps/contracts/services/notices.py
#, python-format
msgid "%(establishment)s has raised your hourly wage from %(month)s on. The page of the contract in the Flexible Work Portal shows it."
msgstr "رفعت منشأة %(establishment)s أجر ساعتك ابتداءً من %(month)s. تجد التفاصيل في صفحة العقد في بوابة العمل المرن."

#: apps/contracts/services/notices.py
#, python-format
msgid "%(establishment)s: %(contracts)s end by %(last)s without a renewal."
msgstr "%(establishment)s: عقود تنتهي حتى %(last)s دون تجديد، وعددها: %(contracts)s."

#: apps/contracts/services/notices.py
#, python-format
msgid "%(establishment)s offers you a flexible-work contract. See it and answer in the Flexible Work Portal until %(last)s."
msgstr "تعرض عليك منشأة %(establishment)s عقد عمل مرن. يمكنك الاطلاع عليه والرد في بوابة العمل المرن حتى %(last)s."

#: apps/contracts/services/notices.py
#, python-format
msgid "%(establishment)s offers to renew your contract. See it and answer in the Flexible Work Portal until %(last)s."
msgstr "تعرض عليك منشأة %(establishment)s تجديد عقدك. يمكنك الاطلاع على العرض والرد في بوابة العمل المرن حتى %(last)s."

#: apps/contracts/services/notices.py
#, python-format
msgid "%(establishment)s offers to extend your contract. See it and answer in the Flexible Work Portal until %(last)s."
msgstr "تعرض عليك منشأة %(establishment)s تمديد عقدك. يمكنك الاطلاع على العرض والرد في بوابة العمل المرن حتى %(last)s."

#: apps/contracts/services/notices.py
#, python-format
msgid "%(establishment)s asks for your consent to another hourly wage. See it and answer in the Flexible Work Portal until %(last)s."
msgstr "تطلب منشأة %(establishment)s موافقتك على أجر ساعة مختلف. يمكنك الاطلاع على العرض والرد في بوابة العمل المرن حتى %(last)s."

#: apps/contracts/services/notices.py
msgid "To answer, open your account there with your ID."
msgstr "للرد يُرجى فتح حسابك فيها برقم هويتك."

#: apps/contracts/services/notices.py
#, python-format
msgid "%(name)s has accepted the offer of %(establishment)s."
msgstr "وصل قبول %(name)s لعرض %(establishment)s."

#: apps/contracts/services/notices.py
#, python-format
msgid "%(name)s has refused the offer of %(establishment)s."
msgstr "وصل رفض %(name)s لعرض %(establishment)s."

#: apps/contracts/services/notices.py
#, python-format
msgid "%(name)s asks for a change of the offer of %(establishment)s. The page of the offer shows it."
msgstr "وصل من %(name)s طلب تعديل لعرض %(establishment)s. التعديل المطلوب في صفحة العرض."

#: apps/contracts/services/notices.py
msgid "News of a flexible-work contract"
msgstr "مستجد في عقد عمل مرن"

#: apps/contracts/tables.py apps/invoices/tables.py
#: apps/portal/services/demo_people.py
#: templates/certificates/documents/statement.html
#: templates/contracts/contract_check.html
#: templates/contracts/contract_end_check.html
#: templates/exchange/_changed_days.html templates/exchange/_offered.html
#: templates/exchange/_problems.html templates/invoices/_bill_changes.html
#: templates/invoices/_bill_lines.html
#: templates/invoices/documents/invoice.html templates/portal/landing.html
#: templates/timesheets/documents/declaration.html
#: templates/timesheets/month_attest.html templates/timesheets/month_grid.html
#: templates/timesheets/month_paste.html
msgid "Subscriber"
msgstr "المشترك"

#: apps/contracts/tables.py apps/exchange/services/layouts.py
#: apps/invoices/tables.py templates/contracts/_offer_terms.html
#: templates/contracts/_terms.html templates/contracts/contract_check.html
#: templates/contracts/documents/contract.html templates/exchange/_offered.html
#: templates/portal/own_contracts.html
msgid "Hourly wage"
msgstr "أجر الساعة"

#: apps/contracts/tables.py apps/exchange/services/layouts.py
#: apps/invoices/tables.py apps/portal/tables.py
#: templates/certificates/documents/statement.html
#: templates/contracts/contract_detail.html templates/invoices/_bill_lines.html
#: templates/invoices/documents/invoice.html
#: templates/portal/_contract_month.html templates/portal/own_contract.html
#: templates/portal/subscriber_hours.html
#: templates/portal/subscriber_month.html
#: templates/timesheets/documents/declaration.html
#: templates/timesheets/month_attest.html templates/timesheets/month_list.html
msgid "Hours"
msgstr "الساعات"

#: apps/contracts/tables.py templates/contracts/documents/contract.html
#: templates/contracts/offer_check.html templates/portal/own_contracts.html
#: templates/portal/own_offer_accept.html
msgid "What"
msgstr "النوع"

#: apps/contracts/tables.py templates/contracts/offer_detail.html
#: templates/portal/own_offer.html
msgid "Answer until"
msgstr "الرد حتى"

#: apps/contracts/tables.py
msgid "Name, contract number or last three digits of the ID"
msgstr "الاسم أو رقم العقد أو آخر ثلاثة أرقام من الهوية"

#: apps/contracts/tables.py
msgid "Name or last three digits of the ID"
msgstr "الاسم أو آخر ثلاثة أرقام من الهوية"

#: apps/exchange/admin.py
msgid "Unified number, establishment or SHA-256 of the file"
msgstr "الرقم الموحد أو المنشأة أو بصمة الملف SHA-256"

#: apps/exchange/apps.py
msgid "Exchange files"
msgstr "ملفات التبادل"

#: apps/exchange/choices.py
msgid "Hours of a month"
msgstr "ساعات شهر"

#: apps/exchange/choices.py
msgid "Being checked"
msgstr "قيد الفحص"

#: apps/exchange/choices.py
msgctxt "file"
msgid "Checked"
msgstr "مفحوص"

#: apps/exchange/choices.py
msgid "Being imported"
msgstr "قيد الاستيراد"

#: apps/exchange/choices.py
msgctxt "file"
msgid "Imported"
msgstr "مستورد"

#: apps/exchange/choices.py
msgctxt "file"
msgid "Discarded"
msgstr "مهمل"

#: apps/exchange/choices.py
msgctxt "file"
msgid "Refused"
msgstr "مرفوض"

#: apps/exchange/management/commands/export_data.py
#, python-format
msgid "“%(period)s” is not a month such as 2026-10"
msgstr "«%(period)s» ليس شهرًا مثل 2026-10"

#: apps/exchange/management/commands/export_data.py
#, python-format
msgid "rows %(rows)s"
msgstr "الصفوف %(rows)s"

#: apps/exchange/management/commands/import_data.py
#, python-format
msgid "%(file)s was not read: this command does not take it in"
msgstr "لم يُقرأ %(file)s: هذا الأمر لا يستورده"

#: apps/exchange/management/commands/import_data.py
#, python-format
msgid "and %(n)s more fault"
msgid_plural "and %(n)s more faults"
msgstr[0] "ولا أخطاء أخرى"
msgstr[1] "وخطأ آخر"
msgstr[2] "وخطآن آخران"
msgstr[3] "و%(n)s أخطاء أخرى"
msgstr[4] "و%(n)s خطأً آخر"
msgstr[5] "و%(n)s خطأ آخر"

#: apps/exchange/management/commands/import_data.py
#, python-format
msgid "%(n)s row refers to a refused one and was not checked"
msgid_plural "%(n)s rows refer to refused ones and were not checked"
msgstr[0] "لا صفوف تشير إلى صفوف مرفوضة"
msgstr[1] "صف واحد يشير إلى صف مرفوض ولم يُفحص"
msgstr[2] "صفان يشيران إلى صفوف مرفوضة ولم يُفحصا"
msgstr[3] "%(n)s صفوف تشير إلى صفوف مرفوضة ولم تُفحص"
msgstr[4] "%(n)s صفًا تشير إلى صفوف مرفوضة ولم تُفحص"
msgstr[5] "%(n)s صف تشير إلى صفوف مرفوضة ولم تُفحص"

#: apps/exchange/management/commands/import_data.py
#, python-format
msgid "%(file)s was not checked: a file it refers to cannot be read"
msgstr "لم يُفحص %(file)s: تعذّرت قراءة ملف يشير إليه"

#: apps/exchange/management/commands/import_data.py
#, python-format
msgid "rows %(rows)s, new %(added)s, changed %(changed)s"
msgstr "الصفوف %(rows)s، الجديد %(added)s، المعدّل %(changed)s"

#: apps/exchange/management/commands/import_data.py
msgid "Dry run: nothing was written"
msgstr "تشغيل تجريبي: لم يُكتب شيء"

#: apps/exchange/management/commands/import_data.py
msgid "Nothing changed: everything in this folder stands in the books already"
msgstr "لم يتغير شيء: كل ما في هذا المجلد مسجل من قبل"

#: apps/exchange/management/commands/import_data.py
#, python-format
msgid "%(file)s: checked, now being written"
msgstr "%(file)s: اكتمل الفحص، وتجري الكتابة"

#: apps/exchange/models.py apps/outbox/admin.py apps/registry/admin.py
#: apps/registry/models.py
msgid "state"
msgstr "الحالة"

#: apps/exchange/models.py
msgid "name of the file"
msgstr "اسم الملف"

#: apps/exchange/models.py
msgid "size in bytes"
msgstr "الحجم بالبايت"

#: apps/exchange/models.py
msgid "Hijri dates are converted"
msgstr "تُحوَّل التواريخ الهجرية"

#: apps/exchange/models.py
msgid "rows"
msgstr "الصفوف"

#: apps/exchange/models.py
msgid "rows to correct"
msgstr "صفوف تحتاج إلى تصحيح"

#: apps/exchange/models.py
msgid "new"
msgstr "جديد"

#: apps/exchange/models.py
msgid "changed"
msgstr "متغيّر"

#: apps/exchange/models.py
msgid "unchanged"
msgstr "دون تغيير"

#: apps/exchange/models.py
msgid "imported"
msgstr "مستورد"

#: apps/exchange/models.py apps/invoices/admin.py apps/invoices/models.py
msgid "refusal"
msgstr "سبب الرفض"

#: apps/exchange/models.py apps/registry/models.py
msgid "received at"
msgstr "وقت الاستلام"

#: apps/exchange/models.py
msgid "received from"
msgstr "ورد من"

#: apps/exchange/models.py
msgid "waiting since"
msgstr "ينتظر منذ"

#: apps/exchange/models.py
msgid "begun at"
msgstr "بدأ في"

#: apps/exchange/models.py apps/invoices/models.py
msgid "last progress at"
msgstr "آخر تقدم"

#: apps/exchange/models.py
msgid "rows done"
msgstr "الصفوف المعالجة"

#: apps/exchange/models.py
msgid "rows in all"
msgstr "مجموع الصفوف"

#: apps/exchange/models.py apps/invoices/models.py apps/outbox/models.py
msgid "attempts"
msgstr "المحاولات"

#: apps/exchange/models.py apps/invoices/models.py
msgid "taken at"
msgstr "أُخذت في"

#: apps/exchange/models.py
msgid "checked at"
msgstr "فُحص في"

#: apps/exchange/models.py apps/invoices/models.py apps/registry/models.py
msgid "decided at"
msgstr "تاريخ النتيجة"

#: apps/exchange/models.py apps/registry/models.py
msgid "decided by"
msgstr "قرّره"

#: apps/exchange/models.py apps/invoices/models.py
msgid "finished at"
msgstr "تاريخ الاكتمال"

#: apps/exchange/models.py
msgid "content deleted at"
msgstr "حُذف المحتوى في"

#: apps/exchange/models.py
msgid "uploaded file"
msgstr "ملف مرفوع"

#: apps/exchange/models.py
msgid "uploaded files"
msgstr "الملفات المرفوعة"

#: apps/exchange/models.py
msgid "row"
msgstr "الصف"

#: apps/exchange/models.py
msgid "named in the file"
msgstr "المكتوب في الملف"

#: apps/exchange/models.py apps/timesheets/models.py
msgid "day"
msgstr "اليوم"

#: apps/exchange/models.py
msgid "column"
msgstr "العمود"

#: apps/exchange/models.py apps/regulations/admin.py apps/regulations/models.py
msgid "value"
msgstr "القيمة"

#: apps/exchange/models.py
msgid "minutes before"
msgstr "الدقائق قبل ذلك"

#: apps/exchange/models.py apps/regulations/choices.py
#: apps/timesheets/models.py
msgid "minutes"
msgstr "دقائق"

#: apps/exchange/models.py
msgid "problem"
msgstr "المشكلة"

#: apps/exchange/models.py
msgid "entry of an uploaded file"
msgstr "قيد في ملف مرفوع"

#: apps/exchange/models.py
msgid "entries of uploaded files"
msgstr "قيود الملفات المرفوعة"

#: apps/exchange/pages.py
#, python-format
msgid "Imported: %(count)s"
msgstr "المستورد: %(count)s"

#: apps/exchange/pages.py
#, python-format
msgid "Rows to correct: %(count)s"
msgstr "صفوف تحتاج إلى تصحيح: %(count)s"

#: apps/exchange/pages.py
#, python-format
msgid "Waiting for a worker. Place in line: %(place)s"
msgstr "بانتظار بدء المعالجة. الترتيب في الانتظار: %(place)s"

#: apps/exchange/pages.py apps/invoices/views/runs.py
#, python-format
msgid "%(done)s of %(total)s done"
msgstr "عولجت %(done)s من %(total)s"

#: apps/exchange/pages.py apps/timesheets/services/reminders.py
#: templates/exchange/upload_detail.html templates/portal/subscriber_month.html
#, python-format
msgid "Hours of %(month)s"
msgstr "ساعات %(month)s"

#: apps/exchange/pages.py
#, python-format
msgid "%(file)s, with problems"
msgstr "%(file)s مع المشكلات"

#: apps/exchange/rules/__init__.py
#, python-format
msgid "There is no folder “%(folder)s”"
msgstr "لا يوجد مجلد «%(folder)s»"

#: apps/exchange/rules/__init__.py
#, python-format
msgid "The folder “%(folder)s” has none of the files %(names)s"
msgstr "المجلد «%(folder)s» ليس فيه أي من الملفات %(names)s"

#: apps/exchange/rules/__init__.py
#, python-format
msgid "The folder has %(first)s and %(second)s: one of the two must go"
msgstr "في المجلد %(first)s و%(second)s معًا: يلزم حذف أحدهما"

#: apps/exchange/rules/__init__.py
msgid "The file is empty"
msgstr "الملف فارغ"

#: apps/exchange/rules/__init__.py
msgid "The file is not text. Save it as “CSV UTF-8”"
msgstr "الملف ليس نصًا. احفظه بصيغة «CSV UTF-8»"

#: apps/exchange/rules/__init__.py
msgid "The file cannot be read"
msgstr "تعذّرت قراءة الملف"

#: apps/exchange/rules/__init__.py
msgid "A quotation mark is out of place; from here on the file was not read"
msgstr "علامة اقتباس في غير موضعها؛ لم يُقرأ الملف من هنا"

#: apps/exchange/rules/__init__.py
msgid "The first row does not name this column"
msgstr "الصف الأول لا يذكر هذا العمود"

#: apps/exchange/rules/__init__.py
msgid "The first row names this column twice"
msgstr "الصف الأول يذكر هذا العمود مرتين"

#: apps/exchange/rules/__init__.py
msgid "The first row stands here again"
msgstr "صف العناوين مكرر هنا"

#: apps/exchange/rules/__init__.py
#, python-format
msgid "The row has %(cells)s cells, the first row %(columns)s"
msgstr "في هذا الصف %(cells)s من الخلايا، وفي الصف الأول %(columns)s"

#: apps/exchange/rules/__init__.py
msgid "The cell is empty"
msgstr "الخلية فارغة"

#: apps/exchange/rules/__init__.py
#, python-format
msgid "The cell has %(length)s characters, at most %(limit)s are possible"
msgstr "طول الخلية %(length)s حرفًا، والحد الأعلى %(limit)s"

#: apps/exchange/rules/__init__.py
msgid "The cell is not UTF-8. Save the file as “CSV UTF-8”"
msgstr "الخلية ليست بترميز UTF-8. احفظ الملف بصيغة «CSV UTF-8»"

#: apps/exchange/rules/__init__.py
msgid "The cell contains a NUL character"
msgstr "في الخلية محرف صفري (NUL)"

#: apps/exchange/rules/__init__.py
msgid "The file is not an .xlsx workbook, or it is damaged"
msgstr "الملف ليس مصنف ‎.xlsx أو أنه تالف"

#: apps/exchange/rules/__init__.py
msgid "The workbook is protected by a password"
msgstr "المصنف محمي بكلمة مرور"

#: apps/exchange/rules/__init__.py
msgid "The workbook contains macros. Save it as a plain .xlsx"
msgstr "في المصنف وحدات ماكرو. احفظه بصيغة ‎.xlsx عادية"

#: apps/exchange/rules/__init__.py
#, python-format
msgid "Unpacked, the workbook would be larger than %(limit)s MiB. Save it as CSV"
msgstr "يتجاوز المصنف بعد فك ضغطه %(limit)s ميبي بايت. احفظه بصيغة CSV"

#: apps/exchange/rules/__init__.py
msgid "The workbook is packed in an unusual way and was not opened"
msgstr "المصنف مضغوط بطريقة غير معتادة فلم يُفتح"

#: apps/exchange/rules/uploads.py templates/exchange/upload_start.html
msgid "Choose a file"
msgstr "اختيار ملف"

#: apps/exchange/rules/uploads.py
#, python-format
msgid "The file is larger than %(limit)s MB. Split it, or save it as CSV"
msgstr "حجم الملف أكبر من %(limit)s ميغابايت. يمكن تقسيمه أو حفظه بصيغة CSV"

#: apps/exchange/rules/uploads.py
msgid "This is neither an Excel workbook (.xlsx) nor a CSV file"
msgstr "ليس هذا ملف Excel (.xlsx) ولا ملف CSV"

#: apps/exchange/rules/uploads.py
msgid "This is a workbook of an old kind (.xls). Save it as .xlsx"
msgstr "هذا ملف Excel بصيغة قديمة (.xls). يُرجى حفظه بصيغة .xlsx"

#: apps/exchange/rules/uploads.py
msgid "The name of the file holds hidden or unknown characters, or is too long. Rename the file"
msgstr "في اسم الملف رموز خفية أو غير معروفة، أو أنه طويل جدًّا. يُرجى تغيير اسم الملف"

#: apps/exchange/rules/uploads.py
#, python-format
msgid "The file has more than %(limit)s rows. Split it into several files and import them one after another"
msgstr "في الملف أكثر من %(limit)s صف. يُرجى تقسيمه إلى ملفات تُستورد واحدًا بعد آخر"

#: apps/exchange/rules/uploads.py
msgid "The file has no rows below the names of its columns"
msgstr "لا توجد في الملف صفوف تحت أسماء الأعمدة"

#: apps/exchange/rules/uploads.py
#, python-format
msgid "No row of the file names its columns. Needed are: %(needed)s. The template has them"
msgstr "لا يوجد في الملف صف بأسماء الأعمدة. المطلوب: %(needed)s. وهي موجودة في القالب"

#: apps/exchange/rules/uploads.py
#, python-format
msgid "Two columns have the same meaning: %(first)s and %(second)s. Delete one of them"
msgstr "عمودان بمعنى واحد: ⁨%(first)s⁩ و⁨%(second)s⁩. يُرجى حذف أحدهما"

#: apps/exchange/rules/uploads.py
#, python-format
msgid "The cells %(range)s are merged. Separate them and fill in each of them"
msgstr "الخلايا ⁨%(range)s⁩ مدمجة. يُرجى إلغاء دمجها وتعبئة كل خلية منها"

#: apps/exchange/rules/uploads.py
msgid "The row names nobody: write the national ID or the contract number"
msgstr "لا يذكر الصف أحدًا: يُكتب رقم الهوية أو رقم العقد"

#: apps/exchange/rules/uploads.py
#, python-format
msgid "Nobody with the national ID %(value)s has a contract here in %(month)s"
msgstr "لا يوجد في هذه المنشأة عقد في %(month)s لصاحب رقم الهوية ⁨%(value)s⁩"

#: apps/exchange/rules/uploads.py
#, python-format
msgid "There is no contract %(value)s here in %(month)s"
msgstr "لا يوجد في هذه المنشأة عقد بالرقم ⁨%(value)s⁩ في %(month)s"

#: apps/exchange/rules/uploads.py
#, python-format
msgid "Contract %(value)s is not of the person with this national ID"
msgstr "العقد ⁨%(value)s⁩ ليس لصاحب رقم الهوية هذا"

#: apps/exchange/rules/uploads.py
#, python-format
msgid "This person stands in the file twice, first in row %(line)s"
msgstr "ورد هذا الشخص في الملف مرتين، أولاهما في الصف %(line)s"

#: apps/exchange/rules/uploads.py
#, python-format
msgid "%(day)s does not lie in %(month)s"
msgstr "%(day)s ليس من أيام %(month)s"

#: apps/exchange/rules/uploads.py
#, python-format
msgid "Somebody has changed this day to %(hours)s since the file was checked. Import the file again"
msgstr "عدّل مستخدم آخر هذا اليوم إلى %(hours)s بعد فحص الملف. يمكن استيراد الملف مجددًا"

#: apps/exchange/rules/uploads.py
msgid "The contract has left this month since the file was checked. Import the file again"
msgstr "لم يعد العقد ساريًا في هذا الشهر بعد فحص الملف. يمكن استيراد الملف مجددًا"

#: apps/exchange/rules/uploads.py
#, python-format
msgid "Work on this file broke off %(attempts)s times and was given up. Upload it again, or ask for help"
msgstr "انقطعت معالجة هذا الملف %(attempts)s مرات فأُوقفت. يمكن رفعه مجددًا أو طلب المساعدة"

#: apps/exchange/rules/uploads.py
#, python-format
msgid "The file is “%(stage)s”; this cannot be done any more."
msgstr "حالة الملف «%(stage)s»، ولم يعد هذا الإجراء ممكنًا."

#: apps/exchange/services/folders.py
#, python-format
msgid "Nothing was imported. Faults found: %(count)s"
msgstr "لم يُستورد شيء. عدد الأخطاء: %(count)s"

#: apps/exchange/services/layouts.py templates/exchange/_problems.html
#: templates/timesheets/month_paste.html
msgid "Problem"
msgstr "المشكلة"

#: apps/exchange/services/layouts.py apps/registry/tables.py
#: templates/registry/_invitation.html templates/registry/_member.html
#: templates/registry/member_invite_check.html
#: templates/registry/member_list.html
msgid "Name"
msgstr "الاسم"

#: apps/exchange/services/layouts.py templates/exchange/_changed_days.html
#: templates/exchange/_problems.html templates/portal/_contract_month.html
#: templates/timesheets/month_paste.html
msgid "Day"
msgstr "اليوم"

#: apps/exchange/services/layouts.py
msgid "national ID or contract number, then either day and hours, or one column for each day"
msgstr "رقم الهوية أو رقم العقد، ثم اليوم والساعات، أو عمود لكل يوم"

#: apps/exchange/services/uploads.py
#, python-format
msgid "Flexible Work Portal: %(subject)s (%(file)s). The result stands on the page of the file."
msgstr "بوابة العمل المرن: %(subject)s (⁨%(file)s⁩). النتيجة في صفحة الملف."

#: apps/exchange/services/uploads.py
msgid "Your file is checked"
msgstr "اكتمل فحص الملف"

#: apps/exchange/services/uploads.py
msgid "Your file is imported"
msgstr "اكتمل استيراد الملف"

#: apps/exchange/services/uploads.py
msgid "Your file could not be imported"
msgstr "تعذّر استيراد الملف"

#: apps/invoices/admin.py
msgid "report"
msgstr "التقرير"

#: apps/invoices/admin.py
msgid "Open the run"
msgstr "فتح الدورة"

#: apps/invoices/admin.py
msgid "Invoice number, unified number or establishment"
msgstr "رقم الفاتورة أو الرقم الموحد أو المنشأة"

#: apps/invoices/admin.py
msgid "belongs to it"
msgstr "ما يتبعها"

#: apps/invoices/admin.py apps/invoices/models.py
msgid "invoice lines"
msgstr "بنود الفواتير"

#: apps/invoices/admin.py apps/invoices/models.py
msgid "invoice documents"
msgstr "مستندات الفواتير"

#: apps/invoices/admin.py
msgid "Invoice number or contract number"
msgstr "رقم الفاتورة أو رقم العقد"

#: apps/invoices/admin.py
msgid "Unified number or establishment"
msgstr "الرقم الموحد أو المنشأة"

#: apps/invoices/admin.py
msgid "Invoice number or SHA-256"
msgstr "رقم الفاتورة أو SHA-256"

#: apps/invoices/apps.py apps/invoices/views/invoices.py
#: apps/invoices/views/runs.py apps/portal/context.py
#: templates/invoices/bill_none.html templates/invoices/bill_preview.html
#: templates/invoices/document_detail.html
#: templates/invoices/invoice_detail.html templates/invoices/invoice_list.html
#: templates/invoices/run_list.html
msgid "Invoices"
msgstr "الفواتير"

#: apps/invoices/choices.py
msgid "Queued"
msgstr "في الانتظار"

#: apps/invoices/choices.py
msgid "Computing days"
msgstr "احتساب الأيام"

#: apps/invoices/choices.py
msgid "Issuing invoices"
msgstr "إصدار الفواتير"

#: apps/invoices/choices.py
msgid "Finished"
msgstr "مكتملة"

#: apps/invoices/choices.py apps/registry/choices.py
msgid "Refused"
msgstr "مرفوضة"

#: apps/invoices/choices.py
msgid "Billed"
msgstr "مفوترة"

#: apps/invoices/choices.py apps/invoices/views/runs.py
#: templates/invoices/run_list.html
msgid "Nothing to bill"
msgstr "لا شيء للفوترة"

#: apps/invoices/choices.py templates/invoices/_run_report.html
#: templates/invoices/run_list.html
msgid "Parked"
msgstr "معلَّقة"

#: apps/invoices/choices.py
msgid "Issued"
msgstr "صادرة"

#: apps/invoices/choices.py apps/invoices/views/invoices.py
msgid "Overdue"
msgstr "متأخرة"

#: apps/invoices/choices.py
msgid "Hours entered or changed"
msgstr "ساعات أُدخلت أو عُدّلت"

#: apps/invoices/choices.py
msgid "Hours carried over from the month before changed"
msgstr "تغيّرت الساعات المرحّلة من الشهر السابق"

#: apps/invoices/choices.py
msgid "The hourly wage changed"
msgstr "تغيّر أجر الساعة"

#: apps/invoices/choices.py
msgid "The contract ends in this month"
msgstr "ينتهي العقد في هذا الشهر"

#: apps/invoices/choices.py
msgid "The ceiling of the contributory wage, because of work elsewhere too"
msgstr "الحد الأعلى للأجر الخاضع للاشتراك، لوجود عمل لدى جهة أخرى أيضًا"

#: apps/invoices/choices.py
msgid "A rule changed"
msgstr "تغيّرت قاعدة نظامية"

#: apps/invoices/documents.py
#, python-format
msgid "The hourly wage changed from %(old)s to %(new)s"
msgstr "تغيّر أجر الساعة من %(old)s إلى %(new)s"

#: apps/invoices/documents.py
#, python-format
msgid "Invoice %(number)s.pdf"
msgstr "فاتورة %(number)s.pdf"

#: apps/invoices/documents.py
msgid "Annuities"
msgstr "المعاشات"

#: apps/invoices/documents.py
msgid "Occupational hazards"
msgstr "الأخطار المهنية"

#: apps/invoices/documents.py
msgid "Unemployment insurance (SANED)"
msgstr "التأمين ضد التعطل (ساند)"

#: apps/invoices/filters.py templates/invoices/document_detail.html
#: templates/invoices/documents/invoice.html
msgid "Invoice number"
msgstr "رقم الفاتورة"

#: apps/invoices/filters.py templates/contracts/documents/contract.html
msgid "From month"
msgstr "من شهر"

#: apps/invoices/filters.py
msgid "To month"
msgstr "إلى شهر"

#: apps/invoices/filters.py
msgid "The first"
msgstr "الأول"

#: apps/invoices/filters.py
msgid "The latest"
msgstr "الأحدث"

#: apps/invoices/models.py
msgid "dry run"
msgstr "تشغيل تجريبي"

#: apps/invoices/models.py
msgid "issue date"
msgstr "تاريخ الإصدار"

#: apps/invoices/models.py
msgid "stage"
msgstr "المرحلة"

#: apps/invoices/models.py
msgid "summary"
msgstr "الملخص"

#: apps/invoices/models.py
msgid "started at"
msgstr "تاريخ البدء"

#: apps/invoices/models.py
msgid "started by"
msgstr "بدأها"

#: apps/invoices/models.py
msgid "billing run"
msgstr "دورة فوترة"

#: apps/invoices/models.py
msgid "billing runs"
msgstr "دورات الفوترة"

#: apps/invoices/models.py
msgid "run"
msgstr "الدورة"

#: apps/invoices/models.py
msgid "first key"
msgstr "أول مفتاح"

#: apps/invoices/models.py
msgid "last key"
msgstr "آخر مفتاح"

#: apps/invoices/models.py
msgid "size"
msgstr "العدد"

#: apps/invoices/models.py
msgid "result of a dry run"
msgstr "نتيجة التشغيل التجريبي"

#: apps/invoices/models.py
msgid "done at"
msgstr "تاريخ الإنجاز"

#: apps/invoices/models.py
msgid "part of a run"
msgstr "جزء من دورة"

#: apps/invoices/models.py
msgid "parts of runs"
msgstr "أجزاء الدورات"

#: apps/invoices/models.py
msgid "year"
msgstr "السنة"

#: apps/invoices/models.py
msgid "last number"
msgstr "آخر رقم"

#: apps/invoices/models.py
msgid "invoice counter"
msgstr "عدّاد الفواتير"

#: apps/invoices/models.py
msgid "invoice counters"
msgstr "عدّادات الفواتير"

#: apps/invoices/models.py
msgid "number"
msgstr "الرقم"

#: apps/invoices/models.py
msgid "number within the year"
msgstr "الرقم ضمن السنة"

#: apps/invoices/models.py apps/registry/models.py apps/timesheets/models.py
msgid "name in Arabic"
msgstr "الاسم بالعربية"

#: apps/invoices/models.py apps/registry/models.py apps/timesheets/models.py
msgid "name in English"
msgstr "الاسم بالإنجليزية"

#: apps/invoices/models.py
msgid "issued on"
msgstr "تاريخ الإصدار"

#: apps/invoices/models.py
msgid "due on"
msgstr "تاريخ الاستحقاق"

#: apps/invoices/models.py
msgid "contributory wages"
msgstr "الأجور الخاضعة للاشتراك"

#: apps/invoices/models.py
msgid "employer's share"
msgstr "حصة صاحب العمل"

#: apps/invoices/models.py
msgid "subscribers' share"
msgstr "حصة المشتركين"

#: apps/invoices/models.py
msgid "total"
msgstr "الإجمالي"

#: apps/invoices/models.py
msgid "invoice"
msgstr "فاتورة"

#: apps/invoices/models.py
msgid "invoices"
msgstr "الفواتير"

#: apps/invoices/models.py
msgid "subscriber's share"
msgstr "حصة المشترك"

#: apps/invoices/models.py
msgid "invoice line"
msgstr "بند فاتورة"

#: apps/invoices/models.py
msgid "outcome"
msgstr "النتيجة"

#: apps/invoices/models.py
msgid "outcome of a month"
msgstr "نتيجة شهر"

#: apps/invoices/models.py
msgid "outcomes of months"
msgstr "نتائج الأشهر"

#: apps/invoices/models.py
msgid "confirmed at"
msgstr "تأكدت في"

#: apps/invoices/models.py
msgid "lines"
msgstr "البنود"

#: apps/invoices/models.py
msgid "snapshot of a bill"
msgstr "لقطة من الفاتورة"

#: apps/invoices/models.py
msgid "snapshots of bills"
msgstr "لقطات من الفواتير"

#: apps/invoices/models.py
msgid "invoice document"
msgstr "مستند فاتورة"

#: apps/invoices/rules.py
#, python-format
msgid "%(month)s is incomplete: %(decided)s of %(expected)s establishments have an outcome."
msgstr "شهر %(month)s غير مكتمل: حُسمت نتيجة %(decided)s من %(expected)s من المنشآت."

#: apps/invoices/rules.py
#, python-format
msgid "%(month)s is still being billed. It has to finish first."
msgstr "فوترة %(month)s جارية، ويجب أن تكتمل أولًا."

#: apps/invoices/rules.py
#, python-format
msgid "%(month)s can be issued from %(first)s until today."
msgstr "يمكن إصدار فواتير %(month)s من %(first)s إلى اليوم."

#: apps/invoices/rules.py
#, python-format
msgid "This run is under way with the issue date %(issued_on)s."
msgstr "هذه الدورة جارية بتاريخ إصدار %(issued_on)s."

#: apps/invoices/rules.py
#, python-format
msgid "The work on it was broken off %(attempts)s times."
msgstr "انقطع العمل عليها %(attempts)s مرات."

#: apps/invoices/tables.py templates/invoices/run_detail.html
#: templates/invoices/run_list.html
msgid "Dry run"
msgstr "تشغيل تجريبي"

#: apps/invoices/tables.py
msgid "Real run"
msgstr "دورة فعلية"

#: apps/invoices/tables.py templates/invoices/run_detail.html
msgid "The portal, on the invoice day"
msgstr "البوابة، في يوم الفوترة"

#: apps/invoices/tables.py
msgid "Kind"
msgstr "النوع"

#: apps/invoices/tables.py
msgid "Stage"
msgstr "المرحلة"

#: apps/invoices/tables.py
msgid "Started at"
msgstr "تاريخ البدء"

#: apps/invoices/tables.py templates/components/job.html
#: templates/invoices/run_detail.html
msgid "Started by"
msgstr "بدأها"

#: apps/invoices/tables.py
msgid "Number"
msgstr "الرقم"

#: apps/invoices/tables.py templates/certificates/documents/statement.html
#: templates/invoices/_bill_lines.html
#: templates/invoices/documents/invoice.html
#: templates/portal/subscriber_hours.html
#: templates/timesheets/month_attest.html
msgid "Days"
msgstr "الأيام"

#: apps/invoices/tables.py apps/portal/tables.py
#: templates/certificates/documents/statement.html
#: templates/invoices/_bill_lines.html
#: templates/invoices/documents/invoice.html
#: templates/portal/_contract_month.html
msgid "Employer's share"
msgstr "حصة صاحب العمل"

#: apps/invoices/tables.py templates/invoices/documents/invoice.html
msgid "Subscribers' share"
msgstr "حصة المشتركين"

#: apps/invoices/tables.py templates/invoices/_bill_lines.html
#: templates/invoices/documents/invoice.html templates/portal/_employers.html
#: templates/timesheets/month_attest.html templates/timesheets/month_grid.html
msgid "Total"
msgstr "الإجمالي"

#: apps/invoices/tables.py templates/invoices/documents/invoice.html
#: templates/portal/employer_home.html
msgid "Due on"
msgstr "تاريخ الاستحقاق"

#: apps/invoices/tables.py templates/certificates/statement_list.html
#: templates/invoices/invoice_list.html
msgid "Status"
msgstr "الحالة"

#: apps/invoices/tables.py
msgid "National ID, masked"
msgstr "رقم الهوية (محجوب جزئيًّا)"

#: apps/invoices/tables.py
msgid "Hours carried in"
msgstr "ساعات مرحَّلة من قبل"

#: apps/invoices/tables.py
msgid "Hours carried out"
msgstr "ساعات مرحَّلة إلى بعد"

#: apps/invoices/tables.py
msgid "Hours lapsed"
msgstr "ساعات ساقطة"

#: apps/invoices/tables.py
msgid "Daily wage"
msgstr "الأجر اليومي"

#: apps/invoices/tables.py apps/portal/tables.py
#: templates/certificates/documents/statement.html
#: templates/invoices/_bill_lines.html
#: templates/invoices/documents/invoice.html
#: templates/portal/_contract_month.html
msgid "Contributory wage"
msgstr "الأجر الخاضع للاشتراك"

#: apps/invoices/tables.py
msgid "Annuities, employer"
msgstr "المعاشات، صاحب العمل"

#: apps/invoices/tables.py
msgid "Annuities, subscriber"
msgstr "المعاشات، المشترك"

#: apps/invoices/tables.py
msgid "Occupational hazards, employer"
msgstr "الأخطار المهنية، صاحب العمل"

#: apps/invoices/tables.py templates/certificates/documents/statement.html
#: templates/invoices/_bill_lines.html
#: templates/invoices/documents/invoice.html
msgid "Subscriber's share"
msgstr "حصة المشترك"

#: apps/invoices/views/documents.py apps/timesheets/pages/declared.py
#: templates/contracts/_agreed.html
msgid "PDF in Arabic"
msgstr "PDF بالعربية"

#: apps/invoices/views/documents.py apps/timesheets/pages/declared.py
#: templates/contracts/_agreed.html
msgid "PDF in English"
msgstr "PDF بالإنجليزية"

#: apps/invoices/views/history.py apps/portal/pages/employer_home.py
#, python-format
msgid "Due on %(date)s"
msgstr "تستحق في %(date)s"

#: apps/invoices/views/history.py
msgid "Invoice issued automatically"
msgstr "إصدار الفاتورة آليًّا"

#: apps/invoices/views/history.py
msgid "Month closed to changes"
msgstr "إقفال الشهر أمام التعديل"

#: apps/invoices/views/history.py
msgid "Hours attested by the portal, as the entry period was over"
msgstr "إقرار الساعات آليًّا لانتهاء مدة الإدخال"

#: apps/invoices/views/history.py
msgid "Hours attested"
msgstr "إقرار الساعات"

#: apps/invoices/views/invoices.py templates/portal/employer_home.html
msgid "No invoices yet. The first follows the first attested month."
msgstr "لا توجد فواتير بعد. تصدر الأولى بعد إقرار أول شهر."

#: apps/invoices/views/invoices.py config/settings/base.py
msgid "All"
msgstr "الكل"

#: apps/invoices/views/invoices.py
msgid "Due"
msgstr "مستحقة"

#: apps/invoices/views/invoices.py
#, python-format
msgid "Lines of invoice %(number)s"
msgstr "بنود الفاتورة %(number)s"

#: apps/invoices/views/runs.py
msgid "No run yet."
msgstr "لا توجد دورات بعد."

#: apps/invoices/views/runs.py
msgid "Working out invoices"
msgstr "احتساب الفواتير"

#: apps/invoices/views/runs.py templates/invoices/run_start.html
msgid "Establishments with contracts"
msgstr "منشآت لديها عقود"

#: apps/invoices/views/runs.py
msgid "Contribution days billed"
msgstr "أيام الاشتراك المفوترة"

#: apps/invoices/views/runs.py
msgid "Employers' shares"
msgstr "حصص أصحاب العمل"

#: apps/invoices/views/runs.py
msgid "Subscribers' shares"
msgstr "حصص المشتركين"

#: apps/invoices/views/runs.py
msgid "Contributions in all"
msgstr "إجمالي الاشتراكات"

#: apps/outbox/admin.py apps/registry/choices.py
msgid "Waiting"
msgstr "قيد الإرسال"

#: apps/outbox/admin.py templates/registry/_invitation.html
#: templates/registry/member_list.html
msgid "Sent"
msgstr "مُرسلة"

#: apps/outbox/admin.py
msgid "Given up"
msgstr "تعذّر إرسالها"

#: apps/outbox/admin.py
msgid "Mobile number or e-mail"
msgstr "رقم الجوال أو البريد الإلكتروني"

#: apps/outbox/admin.py apps/outbox/models.py
msgid "text"
msgstr "النص"

#: apps/outbox/admin.py
msgid "Holds a code, and is not shown."
msgstr "تحتوي على رمز، ولا يُعرض نصها."

#: apps/outbox/admin.py templates/components/paper.html
msgid "Try again"
msgstr "إعادة المحاولة"

#: apps/outbox/admin.py
msgid "To be sent once more."
msgstr "ستُرسل مرة أخرى."

#: apps/outbox/admin.py
#, python-format
msgid "%(n)s message waits to be sent."
msgid_plural "%(n)s messages wait to be sent."
msgstr[0] "لا توجد رسائل بانتظار الإرسال."
msgstr[1] "رسالة واحدة بانتظار الإرسال."
msgstr[2] "رسالتان بانتظار الإرسال."
msgstr[3] "%(n)s رسائل بانتظار الإرسال."
msgstr[4] "%(n)s رسالة بانتظار الإرسال."
msgstr[5] "%(n)s رسالة بانتظار الإرسال."

#: apps/outbox/apps.py
msgid "Outbox"
msgstr "صندوق الصادر"

#: apps/outbox/choices.py
msgid "Text message"
msgstr "رسالة نصية"

#: apps/outbox/choices.py templates/account/account_home.html
#: templates/registry/member_invite_check.html
msgid "E-mail"
msgstr "البريد الإلكتروني"

#: apps/outbox/choices.py
msgid "The attempt did not come to its end"
msgstr "لم تكتمل المحاولة"

#: apps/outbox/choices.py
msgid "No gateway is set up"
msgstr "لم تُضبط بوابة الرسائل"

#: apps/outbox/choices.py
msgid "No answer"
msgstr "لا يوجد رد"

#: apps/outbox/choices.py
msgid "The gateway asked for patience"
msgstr "طلبت بوابة الرسائل الانتظار"

#: apps/outbox/choices.py
msgid "Refused for good"
msgstr "مرفوضة نهائيًّا"

#: apps/outbox/choices.py
msgid "Too old to be of use"
msgstr "فات أوان إرسالها"

#: apps/outbox/models.py
msgid "channel"
msgstr "القناة"

#: apps/outbox/models.py
msgid "subject"
msgstr "الموضوع"

#: apps/outbox/models.py
msgid "holds a code"
msgstr "تتضمن رمزًا"

#: apps/outbox/models.py
msgid "written at"
msgstr "وقت الكتابة"

#: apps/outbox/models.py
msgid "next attempt at"
msgstr "المحاولة التالية"

#: apps/outbox/models.py
msgid "of use until"
msgstr "صالحة حتى"

#: apps/outbox/models.py
msgid "given up at"
msgstr "وقت التوقف عن المحاولة"

#: apps/outbox/models.py
msgid "answer"
msgstr "رمز الرد"

#: apps/outbox/models.py
msgid "message"
msgstr "رسالة"

#: apps/outbox/models.py
msgid "messages"
msgstr "الرسائل"

#: apps/outbox/rules.py
msgid "Only messages that were given up, and that held no code, can be tried again."
msgstr "لا تُعاد إلا محاولة الرسائل التي تعذّر إرسالها ولم تكن تحتوي على رمز."

#: apps/portal/admin.py
msgid "National ID, record or reason"
msgstr "رقم الهوية أو السجل أو السبب"

#: apps/portal/admin_site.py apps/portal/context.py
msgid "Administration"
msgstr "الإدارة"

#: apps/portal/apps.py
msgid "Portal"
msgstr "البوابة"

#: apps/portal/context.py
#, python-format
msgid "Sign in with %(name)s"
msgstr "الدخول عبر %(name)s"

#: apps/portal/context.py
msgid "National sign-in"
msgstr "الدخول الوطني الموحد"

#: apps/portal/context.py templates/registry/establishment_list.html
msgid "My establishments"
msgstr "منشآتي"

#: apps/portal/context.py
msgid "My contributions"
msgstr "مُدد اشتراكي"

#: apps/portal/context.py
msgid "Staff"
msgstr "شؤون الموظفين"

#: apps/portal/context.py templates/admin/accounts/user/factors.html
#: templates/admin/accounts/user/password.html
#: templates/admin/correct_mobile.html
#: templates/certificates/statement_detail.html
#: templates/certificates/statement_list.html templates/contracts/_crumbs.html
#: templates/contracts/contract_list.html templates/exchange/_crumbs.html
#: templates/invoices/bill_none.html templates/invoices/bill_preview.html
#: templates/invoices/document_detail.html
#: templates/invoices/invoice_detail.html templates/invoices/invoice_list.html
#: templates/portal/own_contract.html templates/portal/own_contracts.html
#: templates/portal/own_offer.html templates/portal/own_offer_accept.html
#: templates/portal/own_offer_answer.html templates/portal/own_paper.html
#: templates/portal/subscriber_home.html templates/portal/subscriber_hours.html
#: templates/portal/subscriber_month.html templates/registry/_crumbs.html
#: templates/registry/member_list.html
#: templates/timesheets/declaration_detail.html
#: templates/timesheets/month_attest.html
#: templates/timesheets/month_attested.html
#: templates/timesheets/month_grid.html templates/timesheets/month_history.html
#: templates/timesheets/month_list.html templates/timesheets/month_paste.html
#: templates/timesheets/month_reopen.html
#: templates/timesheets/paper_detail.html
msgid "Home"
msgstr "الرئيسية"

#: apps/portal/context.py templates/exchange/_crumbs.html
#: templates/timesheets/declaration_detail.html
#: templates/timesheets/month_attest.html
#: templates/timesheets/month_attested.html
#: templates/timesheets/month_grid.html templates/timesheets/month_history.html
#: templates/timesheets/month_list.html templates/timesheets/month_paste.html
#: templates/timesheets/month_reopen.html
#: templates/timesheets/paper_detail.html
msgid "Working hours"
msgstr "ساعات العمل"

#: apps/portal/context.py templates/contracts/_crumbs.html
#: templates/contracts/contract_list.html templates/exchange/_crumbs.html
msgid "Subscribers and contracts"
msgstr "المشتركون والعقود"

#: apps/portal/context.py apps/registry/views/members.py
#: templates/registry/_crumbs.html templates/registry/member_list.html
msgid "Users and permissions"
msgstr "المستخدمون والصلاحيات"

#: apps/portal/context.py apps/portal/views/subscriber.py
#: templates/portal/_to_review.html templates/portal/subscriber_hours.html
#: templates/portal/subscriber_month.html
msgid "My hours and periods"
msgstr "ساعاتي ومُددي"

#: apps/portal/context.py templates/contracts/_tabs.html
#: templates/portal/own_contract.html templates/portal/own_contracts.html
#: templates/portal/own_offer.html templates/portal/own_offer_accept.html
#: templates/portal/own_offer_answer.html templates/portal/own_paper.html
msgid "Contracts and offers"
msgstr "العقود والعروض"

#: apps/portal/context.py
msgid "Statement"
msgstr "كشف المُدد"

#: apps/portal/context.py templates/invoices/run_detail.html
#: templates/invoices/run_list.html templates/invoices/run_start.html
msgid "Billing runs"
msgstr "دورات الفوترة"

#: apps/portal/context.py apps/registry/views/admission.py
#: templates/registry/request_admit.html templates/registry/request_detail.html
#: templates/registry/request_list.html templates/registry/request_refuse.html
msgid "Registration requests"
msgstr "طلبات التسجيل"

#: apps/portal/forms.py
msgid "Hours of work a week"
msgstr "ساعات العمل في الأسبوع"

#: apps/portal/forms.py
msgid "A week has 168 hours."
msgstr "في الأسبوع 168 ساعة."

#: apps/portal/forms.py apps/portal/tables.py
#: templates/certificates/documents/statement.html
#: templates/contracts/documents/contract.html templates/portal/_employers.html
#: templates/portal/own_contracts.html templates/portal/own_offer_accept.html
#: templates/portal/own_offer_answer.html
#: templates/portal/subscriber_hours.html
msgid "Employer"
msgstr "جهة العمل"

#: apps/portal/forms.py
msgid "All employers"
msgstr "كل جهات العمل"

#: apps/portal/forms.py
msgid "Year"
msgstr "السنة"

#: apps/portal/forms.py
msgid "All years"
msgstr "كل السنوات"

#: apps/portal/identity_forms.py
msgid "The verification code is required"
msgstr "رمز التحقق مطلوب"

#: apps/portal/identity_forms.py
msgid "A 6-digit code sent by text, valid for 15 minutes"
msgstr "رمز من 6 أرقام أُرسل في رسالة نصية، وصلاحيته 15 دقيقة"

#: apps/portal/identity_forms.py
msgid "A 6-digit code, valid for 15 minutes"
msgstr "رمز من 6 أرقام، وصلاحيته 15 دقيقة"

#: apps/portal/identity_forms.py apps/registry/forms.py
msgid "Birth date"
msgstr "تاريخ الميلاد"

#: apps/portal/identity_forms.py apps/registry/forms.py
msgid "In the Gregorian calendar, such as 14/03/1995. A Hijri date is converted"
msgstr "بالتقويم الميلادي، مثل 14/03/1995. يُحوَّل التاريخ الهجري عند إدخاله"

#: apps/portal/identity_forms.py apps/registry/forms.py
msgid "The birth date is required"
msgstr "تاريخ الميلاد مطلوب"

#: apps/portal/identity_forms.py
msgid "The code goes to the number on file. This one is used only where none is on file"
msgstr "يُرسل الرمز إلى الرقم المسجَّل، ولا يُستخدم هذا الرقم إلا إذا لم يكن هناك رقم مسجَّل"

#: apps/portal/identity_forms.py
msgid "The code goes to this number. It takes the place of another one on file"
msgstr "يُرسل الرمز إلى هذا الرقم، ويحل محل أي رقم آخر مسجَّل"

#: apps/portal/identity_forms.py
msgid "A code to confirm it follows"
msgstr "يُرسل إليه رمز لتأكيده"

#: apps/portal/pages/account.py
msgid "Another device"
msgstr "جهاز آخر"

#: apps/portal/pages/employer_home.py templates/portal/employer_start.html
#, python-format
msgid "Subscribers ask for a change: %(offers)s"
msgstr "عروض طلب المشتركون تعديلها: %(offers)s"

#: apps/portal/pages/employer_home.py
msgid "Answer the wanted changes of offers"
msgstr "الرد على طلبات تعديل العروض"

#: apps/portal/pages/employer_home.py
msgid "To do"
msgstr "مطلوب"

#: apps/portal/pages/employer_home.py templates/contracts/contract_detail.html
msgid "Enter the hours"
msgstr "إدخال الساعات"

#: apps/portal/pages/employer_home.py
msgid "Done"
msgstr "تم"

#: apps/portal/pages/employer_home.py
msgid "Nothing to do"
msgstr "لا شيء مطلوب"

#: apps/portal/pages/employer_home.py
#, python-format
msgid "Hours are entered for %(entered)s of %(people)s; until %(day)s"
msgstr "أُدخلت ساعات %(entered)s من أصل %(people)s، والإدخال متاح حتى %(day)s"

#: apps/portal/pages/employer_home.py
msgid "In progress"
msgstr "قيد الإدخال"

#: apps/portal/pages/employer_home.py apps/timesheets/pages/sheet.py
#: templates/portal/employer_start.html templates/timesheets/month_attest.html
msgid "Review and attest"
msgstr "المراجعة والإقرار"

#: apps/portal/pages/employer_home.py
#, python-format
msgid "Attested on %(moment)s"
msgstr "أُقرّت في %(moment)s"

#: apps/portal/pages/employer_home.py
#, python-format
msgid "Possible from %(day)s on, when no more hours can follow"
msgstr "متاح اعتبارًا من %(day)s، حين لا تبقى أيام عمل أخرى"

#: apps/portal/pages/employer_home.py
msgid "Cannot start yet"
msgstr "لم يحن وقته"

#: apps/portal/pages/employer_home.py
#, python-format
msgid "Attest by: %(date)s"
msgstr "آخر موعد للإقرار: %(date)s"

#: apps/portal/pages/employer_home.py
#, python-format
msgid "Attest again by: %(date)s. A contract was documented after the month was attested"
msgstr "تُعتمد من جديد في موعد أقصاه: %(date)s. وُثِّق عقد بعد اعتماد الشهر"

#: apps/portal/pages/employer_home.py
#, python-format
msgid "Attest again by: %(date)s. The month was opened again after it was attested"
msgstr "تُعتمد من جديد في موعد أقصاه: %(date)s. أُعيد فتح الشهر بعد اعتماده"

#: apps/portal/pages/employer_home.py
#, python-format
msgid "The invoice is issued by itself on %(date)s"
msgstr "تصدر الفاتورة آليًّا في %(date)s"

#: apps/portal/pages/employer_home.py
msgid "See the coming bill"
msgstr "معاينة الفاتورة القادمة"

#: apps/portal/pages/employer_home.py
msgid "Automatic"
msgstr "آلي"

#: apps/portal/pages/employer_home.py
#, python-format
msgid "Pay the invoice for %(month)s"
msgstr "سداد فاتورة %(month)s"

#: apps/portal/pages/employer_home.py templates/invoices/document_detail.html
#: templates/invoices/documents/invoice.html
#: templates/invoices/invoice_detail.html templates/portal/employer_home.html
#, python-format
msgid "Invoice for %(month)s"
msgstr "فاتورة %(month)s"

#: apps/portal/selectors/activity.py
#, python-format
msgid "Contract of %(name)s documented"
msgstr "توثيق عقد %(name)s"

#: apps/portal/selectors/activity.py
#, python-format
msgid "Contract of %(name)s ended early"
msgstr "فسخ عقد %(name)s قبل نهايته"

#: apps/portal/selectors/activity.py
#, python-format
msgid "Hours of %(month)s saved: %(people)s"
msgstr "حفظ ساعات %(month)s: %(people)s"

#: apps/portal/selectors/activity.py
#, python-format
msgid "%(month)s declared a month without work"
msgstr "التصريح بأن %(month)s شهر بلا عمل"

#: apps/portal/selectors/activity.py
#, python-format
msgid "Hours of %(month)s attested"
msgstr "إقرار ساعات %(month)s"

#: apps/portal/selectors/activity.py
#, python-format
msgid "Hours of %(month)s attested by the portal"
msgstr "إقرار ساعات %(month)s آليًّا"

#: apps/portal/selectors/activity.py
#, python-format
msgid "%(month)s opened again"
msgstr "أُعيد فتح %(month)s"

#: apps/portal/selectors/activity.py
#, python-format
msgid "%(month)s open again: a contract was documented after it was attested"
msgstr "فُتح %(month)s من جديد: وُثِّق عقد بعد اعتماده"

#: apps/portal/selectors/activity.py
#, python-format
msgid "Invoice for %(month)s issued"
msgstr "إصدار فاتورة %(month)s"

#: apps/portal/selectors/contracts.py
#, python-format
msgid "Ends on %(date)s"
msgstr "ينتهي في %(date)s"

#: apps/portal/selectors/contracts.py
#, python-format
msgid "Ended early, last day %(date)s"
msgstr "فسخ العقد، واليوم الأخير %(date)s"

#: apps/portal/selectors/contracts.py
#, python-format
msgid "Wage of %(wage)s an hour from %(month)s"
msgstr "أجر الساعة %(wage)s اعتبارًا من %(month)s"

#: apps/portal/selectors/contracts.py
#, python-format
msgid "Contract documented at %(wage)s an hour"
msgstr "توثيق العقد بأجر ساعة قدره %(wage)s"

#: apps/portal/selectors/offers.py
msgid "The offer was withdrawn"
msgstr "سُحب العرض"

#: apps/portal/selectors/offers.py
msgid "The offer lapsed without an acceptance"
msgstr "انتهت مهلة العرض دون قبول"

#: apps/portal/selectors/offers.py
#, python-format
msgid "Offered: %(wage)s an hour from %(month)s"
msgstr "عرض أجر %(wage)s للساعة ابتداءً من %(month)s"

#: apps/portal/selectors/offers.py
#, python-format
msgid "Contract until %(last)s at %(wage)s an hour offered"
msgstr "عرض عقد حتى %(last)s بأجر %(wage)s للساعة"

#: apps/portal/selectors/offers.py
#, python-format
msgid "Renewal until %(last)s at %(wage)s an hour offered"
msgstr "عرض تجديد حتى %(last)s بأجر %(wage)s للساعة"

#: apps/portal/selectors/offers.py
#, python-format
msgid "Extension until %(last)s offered"
msgstr "عرض تمديد حتى %(last)s"

#: apps/portal/selectors/offers.py
msgid "The subscriber accepted the offer"
msgstr "قبول المشترك للعرض"

#: apps/portal/selectors/offers.py
msgid "The subscriber refused the offer"
msgstr "رفض المشترك للعرض"

#: apps/portal/selectors/offers.py
msgid "The subscriber asked for a change"
msgstr "طلب المشترك تعديل العرض"

#: apps/portal/services/contacts.py
#: templates/account/email/password_reset_key_message.txt
#: templates/account/email/unknown_account_message.txt
msgid "Somebody, probably you, asked for a new password for the Flexible Work Portal. This link leads to it, once:"
msgstr "وصل طلب كلمة مرور جديدة لبوابة العمل المرن. يفتح هذا الرابط صفحتها مرة واحدة:"

#: apps/portal/services/contacts.py
#: templates/account/email/password_reset_key_message.txt
#: templates/account/email/unknown_account_message.txt
msgid "Whoever did not ask for it need do nothing."
msgstr "ومن لم يطلبها فلا يلزمه شيء."

#: apps/portal/services/demo_people.py
msgid "Subscriber at the wage ceiling, three employers"
msgstr "مشترك عند الحد الأعلى للأجر، لدى ثلاثة أصحاب عمل"

#: apps/portal/services/demo_people.py
msgid "Subscriber with more than 30 days in a month"
msgstr "مشترك تجاوز 30 يومًا في شهر واحد"

#: apps/portal/services/demo_people.py
msgid "Subscriber and hours clerk of a bakery"
msgstr "مشترك ومُدخل ساعات في مخبز"

#: apps/portal/services/demo_people.py
msgid "Second owner of that establishment"
msgstr "المالك الثاني لتلك المنشأة"

#: apps/portal/services/demo_people.py
msgid "Accountant of an outside office"
msgstr "محاسب من مكتب خارجي"

#: apps/portal/services/demo_people.py
msgid "Owner of two establishments"
msgstr "مالك منشأتين"

#: apps/portal/services/demo_people.py
msgid "Superuser"
msgstr "مدير النظام"

#: apps/portal/services/sign_up.py
msgid "Somebody, probably you, wants to open an account in the Flexible Work Portal. You already have an account: sign in with the ID number and the password. A forgotten password can be replaced there."
msgstr "وردنا طلب، لعله منك، لفتح حساب في بوابة العمل المرن. لديك حساب من قبل، ويكون الدخول إليه برقم الهوية وكلمة المرور، ويمكن تعيين كلمة مرور جديدة عند نسيانها."

#: apps/portal/tables.py templates/portal/_contract_month.html
#: templates/portal/subscriber_hours.html
msgid "Carried in"
msgstr "مرحَّلة إليه"

#: apps/portal/tables.py templates/certificates/documents/statement.html
#: templates/contracts/contract_detail.html
#: templates/portal/_contract_month.html templates/portal/own_contract.html
#: templates/portal/subscriber_month.html
msgid "Registered days"
msgstr "الأيام المسجَّلة"

#: apps/portal/tables.py templates/portal/_contract_month.html
#: templates/portal/subscriber_hours.html
msgid "Carried out"
msgstr "مرحَّلة منه"

#: apps/portal/tables.py templates/portal/_contract_month.html
msgid "Lapsed"
msgstr "ساقطة"

#: apps/portal/tables.py templates/portal/_contract_month.html
msgid "Your share"
msgstr "حصة المشترك"

#: apps/portal/views/account.py
msgid "Messages about hours are on"
msgstr "رسائل الساعات مفعّلة"

#: apps/portal/views/account.py
msgid "Messages about hours are off"
msgstr "رسائل الساعات متوقفة"

#: apps/portal/views/account.py
msgid "Signed out there"
msgstr "أُنهيت الجلسة هناك"

#: apps/portal/views/account.py
#, python-format
msgid "The session will end in %(minutes)s"
msgstr "ستنتهي الجلسة خلال %(minutes)s لعدم النشاط"

#: apps/portal/views/account.py templates/layouts/_session.html
msgid "Stay signed in"
msgstr "متابعة الجلسة"

#: apps/portal/views/account.py
#, python-format
msgid "The session has reached its longest time and ends in %(minutes)s. Save what is open, then sign in again"
msgstr "بلغت الجلسة أقصى مدتها وستنتهي خلال %(minutes)s. احفظ ما تعمل عليه ثم سجّل الدخول من جديد"

#: apps/portal/views/account.py templates/admin/submit_line.html
#: templates/timesheets/_keys.html
msgid "Close"
msgstr "إغلاق"

#: apps/portal/views/codes.py
msgid "A new code is on its way"
msgstr "أُرسل رمز جديد"

#: apps/portal/views/codes.py
msgid "This attempt is not kept any more. Begin again"
msgstr "لم تعد هذه المحاولة محفوظة. يُرجى البدء من جديد"

#: apps/portal/views/contacts.py
msgid "Mobile number: the code"
msgstr "رقم الجوال: رمز التحقق"

#: apps/portal/views/contacts.py apps/portal/views/sign_up.py
msgid "A text message with a code is on its way to this number:"
msgstr "أُرسل رمز في رسالة نصية إلى هذا الرقم:"

#: apps/portal/views/contacts.py
msgid "The mobile number is changed"
msgstr "غُيّر رقم الجوال"

#: apps/portal/views/contacts.py
msgid "E-mail address: the code"
msgstr "البريد الإلكتروني: رمز التحقق"

#: apps/portal/views/contacts.py
msgid "A letter with a code is on its way to this address:"
msgstr "أُرسل رمز في رسالة إلى هذا البريد:"

#: apps/portal/views/contacts.py
msgid "The e-mail address is confirmed"
msgstr "أُكّد البريد الإلكتروني"

#: apps/portal/views/contract_changes.py apps/portal/views/contract_creation.py
#: apps/portal/views/contract_proposals.py
#, python-format
msgid "The offer to %(name)s is sent"
msgstr "أُرسل العرض إلى %(name)s"

#: apps/portal/views/contract_changes.py
msgid "The wage is changed, and the subscriber is told"
msgstr "تغيّر الأجر، وأُبلغ المشترك بذلك"

#: apps/portal/views/contract_changes.py
msgid "The end of the contract is recorded, and the subscriber is told"
msgstr "سُجّل إنهاء العقد، وأُبلغ المشترك بذلك"

#: apps/portal/views/contract_creation.py
msgid "Steps of a new contract"
msgstr "خطوات العقد الجديد"

#: apps/portal/views/contract_creation.py apps/portal/views/sign_up.py
msgid "Person"
msgstr "المشترك"

#: apps/portal/views/contract_creation.py templates/contracts/_terms.html
msgid "Terms"
msgstr "شروط العقد"

#: apps/portal/views/contract_creation.py
msgid "Check"
msgstr "المراجعة"

#: apps/portal/views/contract_creation.py
msgid "Nobody is registered with this ID. Check the digits"
msgstr "لا يوجد مسجل برقم الهوية هذا. يُرجى التحقق من الأرقام"

#: apps/portal/views/contract_creation.py
msgid "This attempt is not kept any more. Enter the ID again"
msgstr "لم تعد هذه المحاولة محفوظة. يُرجى إدخال رقم الهوية من جديد"

#: apps/portal/views/contract_offers.py templates/contracts/offer_list.html
#: templates/portal/employer_start.html
msgid "Contract offers"
msgstr "عروض العقود"

#: apps/portal/views/contract_offers.py
msgid "No offers yet."
msgstr "لا توجد عروض بعد."

#: apps/portal/views/contract_offers.py
msgid "The offer is withdrawn"
msgstr "سُحب العرض"

#: apps/portal/views/contract_papers.py
msgid "Contract in Arabic"
msgstr "العقد بالعربية"

#: apps/portal/views/contract_papers.py
msgid "Contract in English"
msgstr "العقد بالإنجليزية"

#: apps/portal/views/contract_proposals.py
#: templates/contracts/offer_detail.html
msgid "Correct the offer"
msgstr "تصحيح العرض"

#: apps/portal/views/contract_proposals.py
msgctxt "heading"
msgid "Offer a renewal"
msgstr "تقديم عرض لتجديد العقد"

#: apps/portal/views/contract_proposals.py
msgctxt "heading"
msgid "Offer an extension"
msgstr "تقديم عرض لتمديد العقد"

#: apps/portal/views/contract_proposals.py
msgid "Offer another wage"
msgstr "تقديم عرض بأجر آخر"

#: apps/portal/views/contract_proposals.py
msgid "This offer is not open any more"
msgstr "لم يعد هذا العرض مفتوحًا"

#: apps/portal/views/contracts.py
msgid "No contracts yet."
msgstr "لا توجد عقود بعد."

#: apps/portal/views/own_contracts.py
msgid "The offer is accepted. The contract can be had as a PDF below"
msgstr "قُبل العرض. يمكن تنزيل العقد بصيغة PDF أدناه"

#: apps/portal/views/own_contracts.py
msgid "The offer is refused"
msgstr "رُفض العرض"

#: apps/portal/views/own_contracts.py
msgid "The wanted change is sent"
msgstr "أُرسل طلب التعديل"

#: apps/portal/views/passwords.py
msgid "Password reset: the code"
msgstr "استعادة كلمة المرور: رمز التحقق"

#: apps/portal/views/passwords.py
msgid "If an account has this ID, a text message is on its way to its mobile number. An account without a mobile number gets a link by e-mail."
msgstr "إذا كان لرقم الهوية هذا حساب فسيصل رمز في رسالة نصية إلى جواله. والحساب الذي لا جوال له يصله رابط بالبريد الإلكتروني."

#: apps/portal/views/second_factor.py
msgid "Recovery code"
msgstr "رمز الاسترداد"

#: apps/portal/views/second_factor.py
msgid "One of the ten codes that came with the passkey"
msgstr "أحد الرموز العشرة التي صدرت مع مفتاح المرور"

#: apps/portal/views/sign_up.py
msgid "Steps of a new account"
msgstr "خطوات الحساب الجديد"

#: apps/portal/views/sign_up.py
msgid "Code"
msgstr "الرمز"

#: apps/portal/views/sign_up.py
msgid "Account"
msgstr "الحساب"

#: apps/portal/views/sign_up.py
msgid "Create account: the code"
msgstr "إنشاء حساب: رمز التحقق"

#: apps/portal/views/sign_up.py
msgid "If these details are those of a subscriber, a text message is on its way to the mobile number on file, or to the number entered where none is on file."
msgstr "إذا كانت هذه البيانات لمشترك مسجَّل فسيصل رمز في رسالة نصية إلى الجوال المسجَّل، أو إلى الرقم المُدخل إذا لم يكن هناك رقم مسجَّل."

#: apps/portal/views/sign_up.py
msgid "The account is open"
msgstr "فُتح الحساب"

#: apps/portal/views/subscriber.py
msgctxt "contribution month"
msgid "1"
msgstr "الأول"

#: apps/portal/views/subscriber.py
msgctxt "contribution month"
msgid "2"
msgstr "الثاني"

#: apps/portal/views/subscriber.py
msgctxt "contribution month"
msgid "3"
msgstr "الثالث"

#: apps/portal/views/subscriber.py
msgctxt "contribution month"
msgid "4"
msgstr "الرابع"

#: apps/portal/views/subscriber.py
msgctxt "contribution month"
msgid "5"
msgstr "الخامس"

#: apps/portal/views/subscriber.py
msgctxt "contribution month"
msgid "6"
msgstr "السادس"

#: apps/portal/views/subscriber.py
msgctxt "contribution month"
msgid "7"
msgstr "السابع"

#: apps/portal/views/subscriber.py
msgctxt "contribution month"
msgid "8"
msgstr "الثامن"

#: apps/portal/views/subscriber.py
msgctxt "contribution month"
msgid "9"
msgstr "التاسع"

#: apps/portal/views/subscriber.py
msgctxt "contribution month"
msgid "10"
msgstr "العاشر"

#: apps/portal/views/subscriber.py
msgid "No month is closed yet. The first appears here once it is."
msgstr "لم يُقفل أي شهر بعد. يظهر أول شهر هنا عند إقفاله."

#: apps/registry/admin.py
msgid "Unified number or name"
msgstr "الرقم الوطني الموحد أو الاسم"

#: apps/registry/admin.py apps/registry/models.py
msgid "first insured on"
msgstr "تاريخ أول تسجيل تأميني"

#: apps/registry/admin.py
msgid "Such as 31/01/2026; empty: never insured. Closed months keep the law they were computed under."
msgstr "مثال: 31/01/2026، ويُترك فارغًا لمن لم يُؤمَّن عليه من قبل. وتبقى الأشهر المقفلة على النظام الذي حُسبت به."

#: apps/registry/admin.py
msgid "Link with the account of the same national ID"
msgstr "ربط بالحساب الذي يحمل رقم الهوية نفسه"

#: apps/registry/admin.py
msgid "Linked with the account."
msgstr "رُبط بالحساب."

#: apps/registry/admin.py
#, python-format
msgid "%(n)s subscriber was linked."
msgid_plural "%(n)s subscribers were linked."
msgstr[0] "لم يُربط أي مشترك."
msgstr[1] "رُبط مشترك واحد."
msgstr[2] "رُبط مشتركان."
msgstr[3] "رُبط %(n)s مشتركين."
msgstr[4] "رُبط %(n)s مشتركًا."
msgstr[5] "رُبط %(n)s مشترك."

#: apps/registry/admin.py
msgid "No account has this ID."
msgstr "لا يوجد حساب بهذا الرقم."

#: apps/registry/admin.py
msgid "No establishment has this number."
msgstr "لا توجد منشأة بهذا الرقم."

#: apps/registry/admin.py apps/registry/models.py
msgid "until"
msgstr "حتى"

#: apps/registry/admin.py apps/registry/forms.py apps/registry/tables.py
#: apps/timesheets/admin.py templates/contracts/documents/contract.html
#: templates/invoices/_run_report.html
#: templates/invoices/documents/invoice.html templates/portal/own_offer.html
#: templates/registry/_request.html templates/registry/establishment_list.html
#: templates/registry/registration_check.html
#: templates/timesheets/documents/declaration.html
msgid "Unified number"
msgstr "الرقم الوطني الموحد"

#: apps/registry/admin.py apps/registry/models.py
msgid "from"
msgstr "من"

#: apps/registry/admin.py
msgid "Such as 31/01/2026; empty: the role ends at this moment."
msgstr "مثل 31/01/2026، وإذا تُرك فارغًا انتهت الصلاحية في هذه اللحظة."

#: apps/registry/admin.py
msgid "National ID, person, unified number or establishment"
msgstr "رقم الهوية أو الشخص أو الرقم الموحد أو المنشأة"

#: apps/registry/admin.py apps/timesheets/admin.py
msgid "National ID or unified number"
msgstr "رقم الهوية أو الرقم الموحد"

#: apps/registry/admin.py
msgid "Unified number, name or the owner's national ID"
msgstr "الرقم الموحد أو الاسم أو رقم هوية المالك"

#: apps/registry/apps.py
msgid "Establishments and subscribers"
msgstr "المنشآت والمشتركون"

#: apps/registry/choices.py apps/registry/tables.py
#: templates/registry/_request.html
msgid "Owner"
msgstr "مالك"

#: apps/registry/choices.py
msgid "Supervisor"
msgstr "مشرف"

#: apps/registry/choices.py
msgid "Hours clerk"
msgstr "مُدخل ساعات"

#: apps/registry/choices.py
msgid "Accountant"
msgstr "محاسب"

#: apps/registry/choices.py
msgid "Viewer"
msgstr "مطّلع"

#: apps/registry/choices.py
msgid "Accepted"
msgstr "مقبولة"

#: apps/registry/choices.py
msgid "Withdrawn"
msgstr "مسحوبة"

#: apps/registry/choices.py
msgid "Company"
msgstr "شركة"

#: apps/registry/choices.py
msgid "Sole proprietorship"
msgstr "مؤسسة فردية"

#: apps/registry/choices.py
msgid "Professional office"
msgstr "مكتب مهني"

#: apps/registry/choices.py
msgid "Non-profit organisation"
msgstr "منظمة غير ربحية"

#: apps/registry/choices.py
msgid "Another kind"
msgstr "نوع آخر"

#: apps/registry/choices.py
msgid "Under review"
msgstr "قيد الدراسة"

#: apps/registry/choices.py
msgid "Admitted"
msgstr "مقبول"

#: apps/registry/corrections.py
#, python-format
msgid "Mobile number updated: %(reason)s"
msgstr "حُدّث رقم الجوال: %(reason)s"

#: apps/registry/corrections.py
msgid "The mobile number is updated."
msgstr "حُدّث رقم الجوال."

#: apps/registry/forms.py
msgid "10 digits, starting with 1"
msgstr "10 أرقام تبدأ بـ 1"

#: apps/registry/forms.py
msgid "10 digits, starting with 7"
msgstr "10 أرقام تبدأ بـ 7"

#: apps/registry/forms.py
msgid "The unified number is required"
msgstr "الرقم الوطني الموحد مطلوب"

#: apps/registry/forms.py
msgid "Full name"
msgstr "الاسم الكامل"

#: apps/registry/forms.py apps/registry/tables.py
#: templates/registry/_invitation.html templates/registry/_member.html
#: templates/registry/invitation_accept.html
#: templates/registry/member_invite_check.html
#: templates/registry/member_list.html
msgid "Role"
msgstr "الصلاحية"

#: apps/registry/forms.py
msgid "Choose a role"
msgstr "اختيار الصلاحية"

#: apps/registry/forms.py
msgid "The role is required"
msgstr "الصلاحية مطلوبة"

#: apps/registry/forms.py
msgid "The invitation goes there by text, such as 0512345678"
msgstr "تُرسل إليه الدعوة برسالة نصية، مثل 0512345678"

#: apps/registry/forms.py
msgid "Used when there is no mobile number"
msgstr "تُرسل إليه الدعوة حين لا يوجد رقم جوال"

#: apps/registry/forms.py templates/registry/_invitation.html
#: templates/registry/invitation_accept.html
#: templates/registry/member_invite_check.html
msgid "Last day of the role"
msgstr "آخر يوم للصلاحية"

#: apps/registry/forms.py
msgid "Such as 31/01/2027; without one the role has no end"
msgstr "مثل 31/01/2027، ومن دونه لا نهاية للصلاحية"

#: apps/registry/forms.py apps/registry/tables.py
#: templates/registry/_invitation.html templates/registry/_member.html
#: templates/registry/invitation_accept.html
#: templates/registry/member_invite_check.html
msgid "Outside office"
msgstr "المكتب الخارجي"

#: apps/registry/forms.py
msgid "When the person works for an accounting or services office: a limited role for a year at most"
msgstr "حين يعمل الشخص لدى مكتب محاسبة أو خدمات: صلاحية محدودة لمدة سنة على الأكثر"

#: apps/registry/forms.py templates/registry/member_role_check.html
msgid "New role"
msgstr "الصلاحية الجديدة"

#: apps/registry/forms.py
msgid "Name of the establishment in Arabic"
msgstr "اسم المنشأة بالعربية"

#: apps/registry/forms.py
msgid "Name of the establishment in English"
msgstr "اسم المنشأة بالإنجليزية"

#: apps/registry/forms.py templates/registry/_request.html
#: templates/registry/registration_check.html
msgid "Kind of establishment"
msgstr "نوع المنشأة"

#: apps/registry/forms.py
msgid "Choose the kind"
msgstr "اختيار النوع"

#: apps/registry/forms.py
msgid "The kind is required"
msgstr "نوع المنشأة مطلوب"

#: apps/registry/forms.py templates/registry/_request.html
#: templates/registry/registration_check.html
msgid "Mobile number for contact"
msgstr "رقم الجوال للتواصل"

#: apps/registry/forms.py templates/registry/_request.html
#: templates/registry/registration_check.html
msgid "E-mail for contact"
msgstr "البريد الإلكتروني للتواصل"

#: apps/registry/forms.py templates/registry/registration_check.html
msgid "Owner’s national ID or Iqama number"
msgstr "رقم هوية المالك أو إقامته"

#: apps/registry/forms.py templates/registry/registration_check.html
msgid "Owner’s full name"
msgstr "اسم المالك الكامل"

#: apps/registry/forms.py templates/registry/_request.html
#: templates/registry/registration_check.html
msgid "Owner’s birth date"
msgstr "تاريخ ميلاد المالك"

#: apps/registry/forms.py
msgid "Such as 31/01/1985"
msgstr "مثل 31/01/1985"

#: apps/registry/forms.py
msgid "Sent to the establishment, up to 300 characters"
msgstr "يُرسل إلى المنشأة، 300 حرف على الأكثر"

#: apps/registry/models.py
msgid "unified number"
msgstr "الرقم الوطني الموحد"

#: apps/registry/models.py
msgid "establishments"
msgstr "المنشآت"

#: apps/registry/models.py
msgid "full name in Arabic"
msgstr "الاسم الكامل بالعربية"

#: apps/registry/models.py
msgid "full name in English"
msgstr "الاسم الكامل بالإنجليزية"

#: apps/registry/models.py
msgid "birth date"
msgstr "تاريخ الميلاد"

#: apps/registry/models.py
msgid "subscribers"
msgstr "المشتركون"

#: apps/registry/models.py
msgid "role"
msgstr "الدور"

#: apps/registry/models.py
msgid "outside office"
msgstr "المكتب الخارجي"

#: apps/registry/models.py
msgid "granted by"
msgstr "منحها"

#: apps/registry/models.py
msgid "granted at"
msgstr "تاريخ المنح"

#: apps/registry/models.py
msgid "taken away at"
msgstr "وقت السحب"

#: apps/registry/models.py
msgid "taken by"
msgstr "سحبها"

#: apps/registry/models.py
msgid "membership"
msgstr "صلاحية في منشأة"

#: apps/registry/models.py
msgid "memberships"
msgstr "الصلاحيات في المنشآت"

#: apps/registry/models.py
msgid "invited by"
msgstr "دعاه"

#: apps/registry/models.py
msgid "open until"
msgstr "مفتوحة حتى"

#: apps/registry/models.py
msgid "sent to"
msgstr "أُرسلت إلى"

#: apps/registry/models.py
msgid "withdrawn at"
msgstr "وقت السحب"

#: apps/registry/models.py
msgid "withdrawn by"
msgstr "سحبها"

#: apps/registry/models.py
msgid "invitation"
msgstr "دعوة"

#: apps/registry/models.py
msgid "invitations"
msgstr "دعوات"

#: apps/registry/models.py
msgid "owner's national ID"
msgstr "رقم هوية المالك"

#: apps/registry/models.py
msgid "owner's name"
msgstr "اسم المالك"

#: apps/registry/models.py
msgid "owner's birth date"
msgstr "تاريخ ميلاد المالك"

#: apps/registry/models.py
msgid "registration request"
msgstr "طلب تسجيل"

#: apps/registry/models.py
msgid "registration requests"
msgstr "طلبات تسجيل"

#: apps/registry/rules.py
msgid "A unified number has 10 digits and begins with 7"
msgstr "يتكوّن الرقم الموحد من 10 أرقام تبدأ بـ 7"

#: apps/registry/rules.py
msgid "Flexible work is open to Saudis only: the national ID begins with 1 (Labour Regulation 27/2/2)"
msgstr "العمل المرن للسعوديين فقط: يبدأ رقم الهوية الوطنية بـ 1 (لائحة نظام العمل 27/2/2)"

#: apps/registry/rules.py
msgid "The name in Arabic is missing"
msgstr "الاسم بالعربية مطلوب"

#: apps/registry/rules.py
#, python-format
msgid "The birth date %(day)s is not possible"
msgstr "تاريخ الميلاد %(day)s غير ممكن"

#: apps/registry/rules.py
#, python-format
msgid "The first insured date %(day)s comes before the birth date"
msgstr "تاريخ أول تأمين %(day)s يسبق تاريخ الميلاد"

#: apps/registry/rules.py
#, python-format
msgid "%(key)s stands in an earlier row already"
msgstr "ورد %(key)s في صف سابق"

#: apps/registry/rules.py
#, python-format
msgid "The person is recorded with %(recorded)s. The insurance body's staff can correct it"
msgstr "المسجل لهذا الشخص هو %(recorded)s، ويمكن لموظفي جهة التأمين تصحيحه"

#: apps/registry/rules.py
#, python-format
msgid "%(user)s already holds a role in this establishment in that time"
msgstr "يحمل %(user)s صلاحية في هذه المنشأة في تلك المدة"

#: apps/registry/rules.py
msgid "A role cannot end before it begins"
msgstr "لا يمكن أن تنتهي الصلاحية قبل بدايتها"

#: apps/registry/rules.py
#, python-format
msgid "This role has ended on %(ends_on)s."
msgstr "انتهى هذا الدور في %(ends_on)s."

#: apps/registry/rules.py
#, python-format
msgid "This role ends on %(ends_on)s already; an end can only be brought forward"
msgstr "تنتهي هذه الصلاحية في %(ends_on)s أصلًا، ولا يمكن إلا تقديم نهايتها"

#: apps/registry/rules.py
msgid "An establishment keeps an owner without a last day. Name another owner first"
msgstr "لا بد أن يبقى للمنشأة مالك بلا تاريخ انتهاء. يُرجى تعيين مالك آخر أولًا"

#: apps/registry/rules.py
msgid "Nobody gives more than he holds: a role is given by an owner of the establishment"
msgstr "لا يمنح أحد أكثر مما لديه: يمنح الصلاحيات مالك المنشأة"

#: apps/registry/rules.py
msgid "Nobody gives a role to himself"
msgstr "لا يمنح أحد نفسه صلاحية"

#: apps/registry/rules.py
msgid "The person holds this role already"
msgstr "هذه صلاحية الشخص الحالية"

#: apps/registry/rules.py
msgid "An outside office can be hours clerk, accountant or viewer"
msgstr "يمكن أن تكون صلاحية المكتب الخارجي مُدخل ساعات أو محاسبًا أو مطّلعًا"

#: apps/registry/rules.py
msgid "A delegation to an outside office needs a last day"
msgstr "يحتاج تفويض المكتب الخارجي إلى آخر يوم"

#: apps/registry/rules.py
#, python-format
msgid "A delegation to an outside office ends on %(last)s at the latest; it can be given anew"
msgstr "ينتهي تفويض المكتب الخارجي في %(last)s على الأكثر، ويمكن تجديده بعد ذلك"

#: apps/registry/rules.py
msgid "The last day has passed already"
msgstr "آخر يوم قد مضى"

#: apps/registry/rules.py
msgid "A mobile number or an e-mail address is needed: the invitation goes there"
msgstr "يلزم رقم جوال أو بريد إلكتروني تُرسل إليه الدعوة"

#: apps/registry/rules.py
msgid "An invitation to this person is waiting already. It can be sent again or withdrawn"
msgstr "توجد دعوة سابقة لهذا الشخص بانتظار القبول. يمكن إعادة إرسالها أو سحبها"

#: apps/registry/rules.py
msgid "This invitation is not open any more"
msgstr "لم تعد هذه الدعوة مفتوحة"

#: apps/registry/rules.py
msgid "What was entered does not match the invitation. Check it and try again"
msgstr "البيانات المُدخلة لا تطابق الدعوة. يُرجى التحقق منها والمحاولة مجددًا"

#: apps/registry/rules.py
msgid "This request was decided already"
msgstr "سبق البت في هذا الطلب"

#: apps/registry/rules.py
msgid "The reason is missing"
msgstr "السبب غير مذكور"

#: apps/registry/rules.py
msgid "The account and the subscriber have different national IDs"
msgstr "رقم هوية الحساب يختلف عن رقم هوية المشترك"

#: apps/registry/rules.py
msgid "The account or the subscriber is already linked to another one"
msgstr "الحساب أو المشترك مرتبط بغيره من قبل"

#: apps/registry/services/admission.py
#, python-format
msgid "Request %(reference)s is accepted: %(establishment)s is registered in the Flexible Work Portal. The owner receives an invitation of his own."
msgstr "قُبل الطلب %(reference)s، وسُجّلت %(establishment)s في بوابة العمل المرن. تصل إلى المالك دعوة خاصة به."

#: apps/registry/services/admission.py
#, python-format
msgid "Request %(reference)s for %(establishment)s could not be accepted: %(reason)s"
msgstr "تعذّر قبول الطلب %(reference)s الخاص بـ %(establishment)s: %(reason)s"

#: apps/registry/services/admission.py
msgid "Your registration request in the Flexible Work Portal"
msgstr "طلب التسجيل في بوابة العمل المرن"

#: apps/registry/services/invitations.py
#, python-format
msgid "You are invited to act for %(establishment)s as %(role)s in the Flexible Work Portal. The link works once, for seven days: %(link)s"
msgstr "دعوة لتمثيل %(establishment)s بصلاحية «%(role)s» في بوابة العمل المرن. الرابط يعمل مرة واحدة خلال سبعة أيام: %(link)s"

#: apps/registry/services/invitations.py
msgid "An invitation to act for an establishment"
msgstr "دعوة لتمثيل منشأة"

#: apps/registry/services/records.py
msgid "Your mobile number on file in the Flexible Work Portal was changed. If it was not you who asked for it, ask the portal for help at once."
msgstr "غُيّر رقم جوالك المسجّل في بوابة العمل المرن. إن لم يكن ذلك بطلبك فاطلب المساعدة من البوابة فورًا."

#: apps/registry/tables.py templates/registry/_member.html
msgid "Since"
msgstr "منذ"

#: apps/registry/tables.py templates/registry/_member.html
msgid "Until"
msgstr "حتى"

#: apps/registry/tables.py
msgid "Last sign-in"
msgstr "آخر دخول"

#: apps/registry/tables.py templates/registry/member_list.html
msgid "Actions"
msgstr "الإجراءات"

#: apps/registry/tables.py templates/registry/member_role.html
#: templates/registry/member_role_check.html
msgid "Change the role"
msgstr "تغيير الصلاحية"

#: apps/registry/tables.py templates/registry/member_end.html
msgid "End the role"
msgstr "إنهاء الصلاحية"

#: apps/registry/tables.py templates/contracts/contract_check.html
#: templates/invoices/_run_report.html
#: templates/invoices/documents/invoice.html templates/portal/landing.html
#: templates/registry/invitation_accept.html
#: templates/timesheets/_declaration.html
#: templates/timesheets/documents/declaration.html
#: templates/timesheets/month_attested.html
msgid "Establishment"
msgstr "المنشأة"

#: apps/registry/tables.py templates/exchange/_recent.html
#: templates/registry/_request.html
msgid "Received"
msgstr "استُلم في"

#: apps/registry/tables.py
msgid "Name or unified number"
msgstr "الاسم أو الرقم الموحد"

#: apps/registry/views/admission.py
msgid "No establishment has asked to be registered."
msgstr "لا توجد طلبات تسجيل."

#: apps/registry/views/admission.py
msgid "The establishment is admitted and its owner is invited"
msgstr "قُبلت المنشأة، ودُعي مالكها"

#: apps/registry/views/admission.py
msgid "The request is refused and the establishment is told why"
msgstr "رُفض الطلب، وأُبلغت المنشأة بالسبب"

#: apps/registry/views/invitation.py
#, python-format
msgid "You now act for %(establishment)s as %(role)s"
msgstr "أصبح لهذا الحساب تمثيل %(establishment)s بصلاحية «%(role)s»"

#: apps/registry/views/invitations.py
#, python-format
msgid "The invitation to %(name)s is on its way"
msgstr "أُرسلت الدعوة إلى %(name)s"

#: apps/registry/views/invitations.py
msgid "A new link is on its way; the earlier one works no longer"
msgstr "أُرسل رابط جديد، ولم يعد الرابط السابق يعمل"

#: apps/registry/views/invitations.py
msgid "The invitation is withdrawn; its link works no longer"
msgstr "سُحبت الدعوة، ولم يعد رابطها يعمل"

#: apps/registry/views/members.py
msgid "Nobody has this role."
msgstr "لا أحد لديه هذه الصلاحية."

#: apps/registry/views/members.py
#, python-format
msgid "The role of %(name)s is now: %(role)s"
msgstr "صلاحية %(name)s الآن: %(role)s"

#: apps/registry/views/members.py
#, python-format
msgid "The role of %(name)s has ended"
msgstr "انتهت صلاحية %(name)s"

#: apps/regulations/admin.py apps/regulations/forms.py
#: apps/regulations/models.py
msgid "rule"
msgstr "القاعدة"

#: apps/regulations/admin.py
msgid "Key of the rule, legal reference or note"
msgstr "مفتاح القاعدة أو السند النظامي أو الملاحظة"

#: apps/regulations/admin.py apps/regulations/models.py
msgid "legal reference"
msgstr "السند النظامي"

#: apps/regulations/admin.py apps/regulations/models.py
msgid "values"
msgstr "القيم"

#: apps/regulations/apps.py
msgid "Regulations"
msgstr "القواعد النظامية"

#: apps/regulations/choices.py
msgid "Old law"
msgstr "النظام السابق"

#: apps/regulations/choices.py
msgid "New law"
msgstr "النظام الجديد"

#: apps/regulations/choices.py
msgid "months"
msgstr "أشهر"

#: apps/regulations/choices.py
msgid "years"
msgstr "سنوات"

#: apps/regulations/choices.py
msgid "day of the month"
msgstr "يوم من الشهر"

#: apps/regulations/choices.py
msgid "percent"
msgstr "نسبة مئوية"

#: apps/regulations/choices.py templates/contracts/_terms.html
msgid "riyals"
msgstr "ريال"

#: apps/regulations/choices.py
msgid "choice"
msgstr "خيار"

#: apps/regulations/choices.py
msgid "date"
msgstr "تاريخ"

#: apps/regulations/choices.py
msgid "First month that the portal knows"
msgstr "أول شهر تعرفه البوابة"

#: apps/regulations/choices.py
msgid "First day of the new law"
msgstr "أول يوم للنظام الجديد"

#: apps/regulations/choices.py
msgid "Fewest hours in a month with one employer"
msgstr "أقل ساعات في الشهر لدى صاحب عمل"

#: apps/regulations/choices.py
msgid "Quota of hours in a month"
msgstr "نصاب الساعات في الشهر"

#: apps/regulations/choices.py
msgid "Hours of a contribution day"
msgstr "ساعات يوم الاشتراك"

#: apps/regulations/choices.py
msgid "Days of a contribution month"
msgstr "أيام شهر الاشتراك"

#: apps/regulations/choices.py
msgid "Most hours in a month with one employer"
msgstr "أعلى ساعات في الشهر لدى صاحب عمل"

#: apps/regulations/choices.py
msgid "Most hours in a day with one employer"
msgstr "أعلى ساعات في اليوم لدى صاحب عمل"

#: apps/regulations/choices.py
msgid "Most hours in a day over all employers"
msgstr "أعلى ساعات في اليوم لدى كل أصحاب العمل"

#: apps/regulations/choices.py
msgid "Smallest step of entry"
msgstr "أصغر خطوة للإدخال"

#: apps/regulations/choices.py
msgid "What the monthly limit covers"
msgstr "نطاق الحد الشهري"

#: apps/regulations/choices.py
msgid "Entry over the limit"
msgstr "الإدخال فوق الحد"

#: apps/regulations/choices.py
msgid "Hours left over at the end of a month"
msgstr "الساعات المتبقية آخر الشهر"

#: apps/regulations/choices.py
msgid "Hours left over at the end of a contract"
msgstr "الساعات المتبقية عند انتهاء العقد"

#: apps/regulations/choices.py
msgid "Most days credited in a month"
msgstr "أعلى أيام محتسبة في الشهر"

#: apps/regulations/choices.py
msgid "Floor of the monthly contributory wage"
msgstr "الحد الأدنى للأجر الشهري الخاضع للاشتراك"

#: apps/regulations/choices.py
msgid "What the floor applies to"
msgstr "ما يُطبَّق عليه الحد الأدنى"

#: apps/regulations/choices.py
msgid "Ceiling of the monthly contributory wage"
msgstr "الحد الأعلى للأجر الشهري الخاضع للاشتراك"

#: apps/regulations/choices.py
msgid "Annuities, rate of each side"
msgstr "المعاشات، نسبة كل طرف"

#: apps/regulations/choices.py
msgid "Occupational hazards, rate of the employer"
msgstr "الأخطار المهنية، نسبة صاحب العمل"

#: apps/regulations/choices.py
msgid "SANED, rate of each side"
msgstr "ساند، نسبة كل طرف"

#: apps/regulations/choices.py
msgid "SANED for flexible work"
msgstr "ساند للعمل المرن"

#: apps/regulations/choices.py
msgid "Days for entry after the end of the month"
msgstr "أيام الإدخال بعد نهاية الشهر"

#: apps/regulations/choices.py
msgid "First reminder of hours, days before the end of entry"
msgstr "التذكير الأول بالساعات، بالأيام قبل نهاية الإدخال"

#: apps/regulations/choices.py
msgid "Second reminder of hours, days before the end of entry"
msgstr "التذكير الثاني بالساعات، بالأيام قبل نهاية الإدخال"

#: apps/regulations/choices.py
msgid "Last reminder of hours, days before the end of entry"
msgstr "التذكير الأخير بالساعات، بالأيام قبل نهاية الإدخال"

#: apps/regulations/choices.py
msgid "Invoice day"
msgstr "يوم الفوترة"

#: apps/regulations/choices.py
msgid "Due day"
msgstr "يوم الاستحقاق"

#: apps/regulations/choices.py
msgid "Extension of the due day by holidays"
msgstr "تمديد الاستحقاق بسبب الإجازات"

#: apps/regulations/choices.py
msgid "Late fine, rate of each month begun"
msgstr "غرامة التأخير، نسبة كل شهر يبدأ"

#: apps/regulations/choices.py
msgid "Month of delay"
msgstr "شهر التأخير"

#: apps/regulations/choices.py
msgid "Late fines at most"
msgstr "أعلى غرامات التأخير"

#: apps/regulations/choices.py
msgid "Delay of which the fine may be waived whole"
msgstr "تأخير يمكن الإعفاء من غرامته كاملة"

#: apps/regulations/choices.py
msgid "Part of a fine that may be waived"
msgstr "جزء الغرامة الذي يمكن الإعفاء منه"

#: apps/regulations/choices.py
msgid "Days until the first warning"
msgstr "الأيام حتى الإنذار الأول"

#: apps/regulations/choices.py
msgid "Days until the final warning"
msgstr "الأيام حتى الإنذار النهائي"

#: apps/regulations/choices.py
msgid "Order in which payments settle"
msgstr "ترتيب تسوية المدفوعات"

#: apps/regulations/choices.py
msgid "Unpaid months after which days stop counting"
msgstr "أشهر غير مسددة يتوقف بعدها احتساب الأيام"

#: apps/regulations/choices.py
msgid "Time for a petition"
msgstr "مهلة الالتماس"

#: apps/regulations/choices.py
msgid "Time for the reply to a petition"
msgstr "مهلة الرد على الالتماس"

#: apps/regulations/choices.py
msgid "Time for an objection"
msgstr "مهلة الاعتراض"

#: apps/regulations/choices.py
msgid "Time for the board"
msgstr "مهلة اللجنة"

#: apps/regulations/choices.py
msgid "Time for the court"
msgstr "مهلة المحكمة"

#: apps/regulations/choices.py
msgid "Months that may be registered afterwards"
msgstr "أشهر يمكن تسجيلها بأثر رجعي"

#: apps/regulations/choices.py
msgid "Longest term of a contract"
msgstr "أطول مدة للعقد"

#: apps/regulations/choices.py
msgid "Days for the answer to a contract offer"
msgstr "مهلة الرد على عرض العقد بالأيام"

#: apps/regulations/choices.py
msgid "Days before its end from which a contract can be renewed"
msgstr "أيام ما قبل النهاية التي يمكن فيها تجديد العقد"

#: apps/regulations/choices.py
msgid "Youngest age"
msgstr "أصغر سن"

#: apps/regulations/choices.py
msgid "Oldest age"
msgstr "أكبر سن"

#: apps/regulations/choices.py
msgid "Social minimum, head of the household"
msgstr "الحد الأدنى الاجتماعي، العائل"

#: apps/regulations/choices.py
msgid "Social minimum, dependant"
msgstr "الحد الأدنى الاجتماعي، التابع"

#: apps/regulations/choices.py
msgid "each establishment alone"
msgstr "كل منشأة على حدة"

#: apps/regulations/choices.py
msgid "all establishments of a person"
msgstr "كل منشآت الشخص"

#: apps/regulations/choices.py
msgid "is refused"
msgstr "يُرفض"

#: apps/regulations/choices.py
msgid "are carried within the contract"
msgstr "تُرحَّل ضمن العقد"

#: apps/regulations/choices.py templates/registry/_request.html
msgid "none"
msgstr "لا يوجد"

#: apps/regulations/choices.py
msgid "lapse"
msgstr "تسقط"

#: apps/regulations/choices.py
msgid "the hourly wage as a full month"
msgstr "أجر الساعة محسوبًا شهرًا كاملًا"

#: apps/regulations/choices.py
msgid "yes"
msgstr "نعم"

#: apps/regulations/choices.py
msgid "no"
msgstr "لا"

#: apps/regulations/choices.py
msgid "every month begun"
msgstr "كل شهر يبدأ"

#: apps/regulations/choices.py
msgid "oldest invoice, contributions first"
msgstr "أقدم فاتورة، والاشتراكات أولًا"

#: apps/regulations/choices.py
msgid "Social Insurance Law M/273 of 26/12/1445H"
msgstr "نظام التأمينات الاجتماعية م/273 وتاريخ 26/12/1445هـ"

#: apps/regulations/choices.py
msgid "Social Insurance Law M/273 of 26/12/1445H, clauses 2 to 4 of the decree"
msgstr "نظام التأمينات الاجتماعية م/273 وتاريخ 26/12/1445هـ، البنود 2 إلى 4 من المرسوم"

#: apps/regulations/choices.py
msgid "Flexible-work rules of 2020"
msgstr "قواعد العمل المرن لعام 2020"

#: apps/regulations/choices.py
msgid "Flexible-work notice of 28 May 2024: hours counted as contribution days"
msgstr "إعلان العمل المرن في 28 مايو 2024: احتساب الساعات أيام اشتراك"

#: apps/regulations/choices.py
msgid "Labour Law Executive Regulation art. 27(2), as amended by Decision 153307 of 19 May 2024, 27/2/10"
msgstr "اللائحة التنفيذية لنظام العمل، المادة 27 (2) المعدلة بالقرار 153307 وتاريخ 19 مايو 2024، الفقرة 27/2/10"

#: apps/regulations/choices.py
msgid "Flexible-work platform of the ministry"
msgstr "منصة العمل المرن التابعة للوزارة"

#: apps/regulations/choices.py
msgid "Decision of the portal, where the sources are silent"
msgstr "قرار البوابة فيما سكتت عنه المصادر"

#: apps/regulations/choices.py
msgid "Implementing Regulation of the Social Insurance Law, Resolution 230, art. 34"
msgstr "اللائحة التنفيذية لنظام التأمينات الاجتماعية، القرار 230، المادة 34"

#: apps/regulations/choices.py
msgid "Regulation on registration and contributions under M/33, art. 19"
msgstr "لائحة التسجيل والاشتراكات بموجب م/33، المادة 19"

#: apps/regulations/choices.py
msgid "Social Insurance Law M/273 of 26/12/1445H, art. 8; Implementing Regulation of the Social Insurance Law, Resolution 230, art. 19"
msgstr "نظام التأمينات الاجتماعية م/273 وتاريخ 26/12/1445هـ، المادة 8؛ اللائحة التنفيذية لنظام التأمينات الاجتماعية، القرار 230، المادة 19"

#: apps/regulations/choices.py
msgid "Social Insurance Law M/33 of 3/9/1421H, art. 18"
msgstr "نظام التأمينات الاجتماعية م/33 وتاريخ 3/9/1421هـ، المادة 18"

#: apps/regulations/choices.py
msgid "Royal Decree M/273 of 26/12/1445H, clause 3"
msgstr "المرسوم الملكي م/273 وتاريخ 26/12/1445هـ، البند 3"

#: apps/regulations/choices.py
msgid "Social Insurance Law M/273 of 26/12/1445H, art. 29; Implementing Regulation of the Social Insurance Law, Resolution 230, art. 22"
msgstr "نظام التأمينات الاجتماعية م/273 وتاريخ 26/12/1445هـ، المادة 29؛ اللائحة التنفيذية لنظام التأمينات الاجتماعية، القرار 230، المادة 22"

#: apps/regulations/choices.py
msgid "Unemployment insurance law; first day not verified"
msgstr "نظام التأمين ضد التعطل؛ لم يُتحقق من أول يوم"

#: apps/regulations/choices.py
msgid "Cabinet Resolution 1022"
msgstr "قرار مجلس الوزراء 1022"

#: apps/regulations/choices.py
msgid "Labour Law Executive Regulation art. 27(2), as amended by Decision 153307 of 19 May 2024, 27/2/7"
msgstr "اللائحة التنفيذية لنظام العمل، المادة 27 (2) المعدلة بالقرار 153307 وتاريخ 19 مايو 2024، الفقرة 27/2/7"

#: apps/regulations/choices.py
msgid "Implementing Regulation of the Social Insurance Law, Resolution 230, art. 24"
msgstr "اللائحة التنفيذية لنظام التأمينات الاجتماعية، القرار 230، المادة 24"

#: apps/regulations/choices.py
msgid "Social Insurance Law M/273 of 26/12/1445H, art. 9(3)"
msgstr "نظام التأمينات الاجتماعية م/273 وتاريخ 26/12/1445هـ، المادة 9 (3)"

#: apps/regulations/choices.py
msgid "Regulation on registration and contributions under M/33, art. 30"
msgstr "لائحة التسجيل والاشتراكات بموجب م/33، المادة 30"

#: apps/regulations/choices.py
msgid "Implementing Regulation of the Social Insurance Law, Resolution 230, art. 25"
msgstr "اللائحة التنفيذية لنظام التأمينات الاجتماعية، القرار 230، المادة 25"

#: apps/regulations/choices.py
msgid "Implementing Regulation of the Social Insurance Law, Resolution 230, art. 26"
msgstr "اللائحة التنفيذية لنظام التأمينات الاجتماعية، القرار 230، المادة 26"

#: apps/regulations/choices.py
msgid "Implementing Regulation of the Social Insurance Law, Resolution 230, art. 27"
msgstr "اللائحة التنفيذية لنظام التأمينات الاجتماعية، القرار 230، المادة 27"

#: apps/regulations/choices.py
msgid "Implementing Regulation of the Social Insurance Law, Resolution 230, art. 35"
msgstr "اللائحة التنفيذية لنظام التأمينات الاجتماعية، القرار 230، المادة 35"

#: apps/regulations/choices.py
msgid "Regulation on registration and contributions under M/33, art. 60"
msgstr "لائحة التسجيل والاشتراكات بموجب م/33، المادة 60"

#: apps/regulations/choices.py
msgid "Regulation on registration and contributions under M/33, art. 61"
msgstr "لائحة التسجيل والاشتراكات بموجب م/33، المادة 61"

#: apps/regulations/choices.py
msgid "Regulation on registration and contributions under M/33, art. 61(4)"
msgstr "لائحة التسجيل والاشتراكات بموجب م/33، المادة 61 (4)"

#: apps/regulations/choices.py
msgid "Implementing Regulation of the Social Insurance Law, Resolution 230, art. 21"
msgstr "اللائحة التنفيذية لنظام التأمينات الاجتماعية، القرار 230، المادة 21"

#: apps/regulations/choices.py
msgid "Labour Law Executive Regulation art. 27(2), as amended by Decision 153307 of 19 May 2024, 27/2/12"
msgstr "اللائحة التنفيذية لنظام العمل، المادة 27 (2) المعدلة بالقرار 153307 وتاريخ 19 مايو 2024، الفقرة 27/2/12"

#: apps/regulations/choices.py
msgid "Labour Law Executive Regulation art. 33"
msgstr "اللائحة التنفيذية لنظام العمل، المادة 33"

#: apps/regulations/choices.py
msgid "Social Insurance Law M/273 of 26/12/1445H, art. 14"
msgstr "نظام التأمينات الاجتماعية م/273 وتاريخ 26/12/1445هـ، المادة 14"

#: apps/regulations/choices.py
msgid "Developed social security"
msgstr "الضمان الاجتماعي المطور"

#: apps/regulations/forms.py
#, python-format
msgid "At most %(value)s: “%(rule)s” as in force on %(day)s."
msgstr "لا يزيد على %(value)s: «%(rule)s» السارية في %(day)s."

#: apps/regulations/forms.py
#, python-format
msgid "Less than %(value)s: “%(rule)s” as in force on %(day)s."
msgstr "أقل من %(value)s: «%(rule)s» السارية في %(day)s."

#: apps/regulations/forms.py
#, python-format
msgid "At least %(value)s: “%(rule)s” as in force on %(day)s."
msgstr "لا يقل عن %(value)s: «%(rule)s» السارية في %(day)s."

#: apps/regulations/forms.py
#, python-format
msgid "More than %(value)s: “%(rule)s” as in force on %(day)s."
msgstr "أكبر من %(value)s: «%(rule)s» السارية في %(day)s."

#: apps/regulations/forms.py apps/regulations/models.py
msgid "in force from"
msgstr "سارية من"

#: apps/regulations/forms.py
#, python-format
msgid "Closed months keep their rules. A new value can begin on %(day)s or later."
msgstr "تحتفظ الأشهر المقفلة بقواعدها. يمكن أن تسري القيمة الجديدة من %(day)s أو بعده."

#: apps/regulations/forms.py
msgid "This rule has a value of its own under each law."
msgstr "لهذه القاعدة قيمة مستقلة لكل نظام."

#: apps/regulations/forms.py
msgid "This rule is the same under both laws."
msgstr "هذه القاعدة واحدة في كلا النظامين."

#: apps/regulations/forms.py
#, python-format
msgid "Possible are: %(choices)s"
msgstr "القيم الممكنة: %(choices)s"

#: apps/regulations/forms.py
#, python-format
msgid "A number from %(least)s to %(most)s."
msgstr "رقم من %(least)s إلى %(most)s."

#: apps/regulations/models.py
msgid "law"
msgstr "النظام"

#: apps/regulations/models.py
msgid "Empty: both laws."
msgstr "فارغ: كلا النظامين."

#: apps/regulations/models.py
msgid "unit"
msgstr "الوحدة"

#: apps/regulations/models.py apps/timesheets/models.py
msgid "note"
msgstr "ملاحظة"

#: apps/regulations/models.py
msgid "regulation"
msgstr "قاعدة نظامية"

#: apps/regulations/models.py
msgid "regulations"
msgstr "القواعد النظامية"

#: apps/regulations/models.py
msgid "closed month"
msgstr "شهر مقفل"

#: apps/regulations/models.py
msgid "closed months"
msgstr "الأشهر المقفلة"

#: apps/regulations/models.py
msgid "rules of a closed month"
msgstr "قواعد شهر مقفل"

#: apps/regulations/models.py
msgid "rules of closed months"
msgstr "قواعد الأشهر المقفلة"

#: apps/regulations/rules.py
#, python-format
msgid "No rule “%(key)s” is in force in %(month)s."
msgstr "لا توجد قاعدة «%(key)s» سارية في %(month)s."

#: apps/regulations/rules.py
#, python-format
msgid "The portal knows months from %(first)s on; %(month)s comes before both laws were in force."
msgstr "تعرف البوابة الأشهر من %(first)s فصاعدًا، و%(month)s يسبق سريان النظامين."

#: apps/regulations/rules.py apps/timesheets/rules/sheets.py
#, python-format
msgid "%(month)s has not begun yet."
msgstr "لم يبدأ %(month)s بعد."

#: apps/regulations/rules.py templates/invoices/run_start.html
#, python-format
msgid "%(month)s is not over yet. A month can close only when it is over."
msgstr "لم ينتهِ شهر %(month)s بعد. لا يُقفل الشهر إلا بعد انتهائه."

#: apps/regulations/rules.py
#, python-format
msgid "Months close in order: %(expected)s comes first."
msgstr "تُقفل الأشهر بالترتيب: %(expected)s أولًا."

#: apps/regulations/rules.py
#, python-format
msgid "%(month)s is closed and takes no more changes."
msgstr "شهر %(month)s مقفل ولا يقبل التعديل."

#: apps/timesheets/admin.py
msgid "Reference, unified number or establishment"
msgstr "رقم المرجع أو الرقم الموحد أو المنشأة"

#: apps/timesheets/admin.py
msgid "Reference or unified number"
msgstr "رقم المرجع أو الرقم الموحد"

#: apps/timesheets/admin.py
msgid "Reference"
msgstr "رقم المرجع"

#: apps/timesheets/admin.py
msgid "Reference or SHA-256"
msgstr "رقم المرجع أو SHA-256"

#: apps/timesheets/apps.py
msgid "Timesheets"
msgstr "ساعات العمل"

#: apps/timesheets/choices.py
msgid "Draft"
msgstr "مسودة"

#: apps/timesheets/choices.py apps/timesheets/pages/declared.py
#: templates/portal/_state.html
msgid "Attested"
msgstr "معتمد"

#: apps/timesheets/choices.py
msgid "Closed"
msgstr "مقفل"

#: apps/timesheets/choices.py
msgid "Opened by the establishment"
msgstr "فتحته المنشأة"

#: apps/timesheets/choices.py
msgid "A contract was documented afterwards"
msgstr "وُثِّق عقد بعده"

#: apps/timesheets/choices.py
msgid "Hours grid"
msgstr "جدول الساعات"

#: apps/timesheets/choices.py
msgid "Imported file"
msgstr "ملف مستورد"

#: apps/timesheets/documents.py
#, python-format
msgid "Declared hours %(reference)s.pdf"
msgstr "إقرار الساعات %(reference)s.pdf"

#: apps/timesheets/forms.py
msgid "The form did not arrive whole, so nothing was saved. Open the month again"
msgstr "لم يصل النموذج كاملًا، فلم يُحفظ شيء. يُرجى فتح الشهر من جديد"

#: apps/timesheets/forms.py
msgid "Everybody who sees the hours of the establishment reads it; up to 300 characters"
msgstr "يقرؤه كل من يطّلع على ساعات المنشأة، 300 حرف كحد أقصى"

#: apps/timesheets/grid.py
#, python-format
msgid "Close to the limit: only %(left)s hour more"
msgid_plural "Close to the limit: only %(left)s hours more"
msgstr[0] "بلغ المجموع الحد الأعلى"
msgstr[1] "قارب المجموع الحد الأعلى: يمكن إدخال ساعة واحدة إضافية فقط"
msgstr[2] "قارب المجموع الحد الأعلى: يمكن إدخال ساعتين إضافيتين فقط"
msgstr[3] "قارب المجموع الحد الأعلى: يمكن إدخال %(left)s ساعات إضافية فقط"
msgstr[4] "قارب المجموع الحد الأعلى: يمكن إدخال %(left)s ساعة إضافية فقط"
msgstr[5] "قارب المجموع الحد الأعلى: يمكن إدخال %(left)s ساعة إضافية فقط"

#: apps/timesheets/grid.py
msgid "The limit of the month is reached"
msgstr "بلغ المجموع الحد الأعلى للشهر"

#: apps/timesheets/grid.py
#, python-format
msgid "%(days)s, %(hours)s h carried"
msgstr "%(days)s، مرحَّل %(hours)s س"

#: apps/timesheets/grid.py
#, python-format
msgid "%(days)s, %(hours)s h lapse"
msgstr "%(days)s، يسقط %(hours)s س"

#: apps/timesheets/grid.py
#, python-format
msgid "With the other contract: %(hours)s"
msgstr "مع العقد الآخر: %(hours)s"

#: apps/timesheets/grid.py
#, python-format
msgid "%(problem)s. Did you mean %(hours)s?"
msgstr "%(problem)s. هل المقصود %(hours)s؟"

#: apps/timesheets/grid.py
#, python-format
msgid "of %(limit)s"
msgstr "من %(limit)s"

#: apps/timesheets/grid.py
msgid "Another contract of the same person has to be corrected"
msgstr "يلزم تصحيح عقد آخر للمشترك نفسه"

#: apps/timesheets/models.py
msgid "no work this month"
msgstr "لا عمل في هذا الشهر"

#: apps/timesheets/models.py
msgid "attested at"
msgstr "تاريخ الإقرار"

#: apps/timesheets/models.py
msgid "attested by"
msgstr "أقرّها"

#: apps/timesheets/models.py
msgid "reference number"
msgstr "رقم المرجع"

#: apps/timesheets/models.py
msgid "reopened at"
msgstr "وقت إعادة الفتح"

#: apps/timesheets/models.py
msgid "timesheet"
msgstr "ساعات شهر منشأة"

#: apps/timesheets/models.py
msgid "timesheets"
msgstr "ساعات أشهر المنشآت"

#: apps/timesheets/models.py
msgid "number within the month"
msgstr "الرقم ضمن الشهر"

#: apps/timesheets/models.py
msgid "name of the signer"
msgstr "اسم المُقِرّ"

#: apps/timesheets/models.py
msgid "role of the signer"
msgstr "صلاحية المُقِرّ"

#: apps/timesheets/models.py
msgid "figures"
msgstr "الأرقام"

#: apps/timesheets/models.py
msgid "SHA-256 of the figures"
msgstr "بصمة SHA-256 للأرقام"

#: apps/timesheets/models.py
msgid "declaration"
msgstr "إقرار"

#: apps/timesheets/models.py
msgid "declarations"
msgstr "إقرارات"

#: apps/timesheets/models.py
msgid "cause"
msgstr "السبب"

#: apps/timesheets/models.py
msgid "reopening"
msgstr "إعادة فتح"

#: apps/timesheets/models.py
msgid "reopenings"
msgstr "عمليات إعادة الفتح"

#: apps/timesheets/models.py
msgid "paper of a declaration"
msgstr "مستند إقرار"

#: apps/timesheets/models.py
msgid "papers of declarations"
msgstr "مستندات الإقرارات"

#: apps/timesheets/models.py
msgid "planned on"
msgstr "مخطط له في"

#: apps/timesheets/models.py
msgid "reminder of hours"
msgstr "تذكير بالساعات"

#: apps/timesheets/models.py
msgid "reminders of hours"
msgstr "تذكيرات بالساعات"

#: apps/timesheets/models.py
msgid "messages wanted"
msgstr "الرسائل مطلوبة"

#: apps/timesheets/models.py
msgid "told so far"
msgstr "ما أُبلغ حتى الآن"

#: apps/timesheets/models.py
msgid "last told on"
msgstr "آخر إبلاغ في"

#: apps/timesheets/models.py
msgid "messages about hours"
msgstr "رسائل الساعات"

#: apps/timesheets/models.py
msgid "entered by way of"
msgstr "طريقة الإدخال"

#: apps/timesheets/models.py
msgid "hours of a day"
msgstr "ساعات يوم"

#: apps/timesheets/models.py
msgid "hours of days"
msgstr "ساعات الأيام"

#: apps/timesheets/models.py
msgid "limit in minutes"
msgstr "الحد بالدقائق"

#: apps/timesheets/models.py
msgid "hours of a month"
msgstr "ساعات شهر"

#: apps/timesheets/models.py
msgid "hours of months"
msgstr "ساعات الأشهر"

#: apps/timesheets/pages/declared.py
msgid "Attested by the system, at the end of the time for entry"
msgstr "اعتمده النظام عند انتهاء مدة الإدخال"

#: apps/timesheets/pages/declared.py
msgid "Declared a month without work"
msgstr "إقرار بشهر من دون عمل"

#: apps/timesheets/pages/declared.py
#: templates/timesheets/declaration_detail.html
msgid "Opened again"
msgstr "أُعيد فتحه"

#: apps/timesheets/pages/declared.py
msgid "Opened again, because a contract was documented afterwards"
msgstr "أُعيد فتحه لتوثيق عقد بعده"

#: apps/timesheets/pages/declared.py
#, python-format
msgid "%(month)s is declared a month without work"
msgstr "أُقرّ بعدم وجود عمل في %(month)s"

#: apps/timesheets/pages/declared.py
#, python-format
msgid "%(month)s hours attested by the system"
msgstr "اعتمد النظام ساعات %(month)s"

#: apps/timesheets/pages/declared.py templates/timesheets/month_attested.html
#, python-format
msgid "%(month)s hours attested"
msgstr "اعتُمدت ساعات %(month)s"

#: apps/timesheets/pages/declared.py
msgid "The month is closed."
msgstr "الشهر مقفل."

#: apps/timesheets/pages/declared.py
msgid "Without hours there is nothing to bill."
msgstr "لا فاتورة من دون ساعات عمل."

#: apps/timesheets/pages/declared.py
#, python-format
msgid "The invoice is issued on %(date)s"
msgstr "تصدر الفاتورة آليًّا في %(date)s"

#: apps/timesheets/pages/entry.py
#, python-format
msgid "today %(time)s"
msgstr "اليوم %(time)s"

#: apps/timesheets/pages/paste.py
#, python-format
msgid "Not found on this page: %(labels)s"
msgstr "لم يُعثر في هذه الصفحة على: %(labels)s"

#: apps/timesheets/pages/paste.py
#, python-format
msgid "Pasted %(n)s value"
msgid_plural "Pasted %(n)s values"
msgstr[0] "لم تُلصق أي قيمة"
msgstr[1] "أُلصقت قيمة واحدة"
msgstr[2] "أُلصقت قيمتان"
msgstr[3] "أُلصقت %(n)s قيم"
msgstr[4] "أُلصقت %(n)s قيمة"
msgstr[5] "أُلصقت %(n)s قيمة"

#: apps/timesheets/pages/paste.py
#, python-format
msgid "Pasted %(n)s value, skipped %(skipped)s"
msgid_plural "Pasted %(n)s values, skipped %(skipped)s"
msgstr[0] "لم تُلصق أي قيمة، وتُخطيت %(skipped)s"
msgstr[1] "أُلصقت قيمة واحدة، وتُخطيت %(skipped)s"
msgstr[2] "أُلصقت قيمتان، وتُخطيت %(skipped)s"
msgstr[3] "أُلصقت %(n)s قيم، وتُخطيت %(skipped)s"
msgstr[4] "أُلصقت %(n)s قيمة، وتُخطيت %(skipped)s"
msgstr[5] "أُلصقت %(n)s قيمة، وتُخطيت %(skipped)s"

#: apps/timesheets/pages/paste.py
#, python-format
msgid "Outside the contract: %(count)s"
msgstr "خارج مدة العقد: %(count)s"

#: apps/timesheets/pages/paste.py
#, python-format
msgid "Still to come: %(count)s"
msgstr "لأيام لم تحن بعد: %(count)s"

#: apps/timesheets/pages/paste.py
#, python-format
msgid "Beyond the people and days of this page: %(count)s"
msgstr "خارج صفوف هذه الصفحة وأيامها: %(count)s"

#: apps/timesheets/pages/review.py
msgid "No hours"
msgstr "لا ساعات"

#: apps/timesheets/pages/review.py
msgid "Without hours this month"
msgstr "من دون ساعات هذا الشهر"

#: apps/timesheets/pages/review.py
msgid "Close to the limit"
msgstr "قارب الحد الأعلى"

#: apps/timesheets/pages/review.py templates/portal/employer_home.html
msgid "Close to the monthly limit"
msgstr "قاربوا الحد الشهري"

#: apps/timesheets/pages/review.py
msgid "Unlike last month"
msgstr "يختلف عن الشهر السابق"

#: apps/timesheets/pages/review.py
msgid "Far more or fewer hours than last month"
msgstr "ساعات أكثر أو أقل بكثير من الشهر السابق"

#: apps/timesheets/pages/review.py
#, python-format
msgid "%(hours)s lapse with the contract"
msgstr "تسقط %(hours)s بانتهاء العقد"

#: apps/timesheets/pages/review.py
msgid "Hours short of a whole day that lapse as the contract ends"
msgstr "ساعات دون يوم كامل تسقط بانتهاء العقد"

#: apps/timesheets/pages/review.py
#, python-format
msgid "Contract ended on %(date)s"
msgstr "انتهى العقد في %(date)s"

#: apps/timesheets/pages/review.py
msgid "New this month"
msgstr "جديد هذا الشهر"

#: apps/timesheets/pages/script.py apps/timesheets/templatetags/hours_grid.py
#: templates/timesheets/_dock.html
msgid "Computed after saving"
msgstr "تُحسب بعد الحفظ"

#: apps/timesheets/pages/script.py apps/timesheets/templatetags/hours_grid.py
msgid "Computed after correction"
msgstr "تُحسب بعد التصحيح"

#: apps/timesheets/pages/script.py
#, python-format
msgid "%(name)s: %(hours)s hours, %(days)s. The whole month: %(month)s hours"
msgstr "%(name)s: %(hours)s ساعة، %(days)s. مجموع الشهر: %(month)s ساعة"

#: apps/timesheets/pages/sheet.py
msgid "Stages of the month"
msgstr "مراحل الشهر"

#: apps/timesheets/pages/sheet.py
msgid "Enter hours"
msgstr "إدخال الساعات"

#: apps/timesheets/pages/sheet.py templates/timesheets/_dock.html
#: templates/timesheets/month_attested.html
msgid "Invoice"
msgstr "الفاتورة"

#: apps/timesheets/rules/limits.py
#, python-format
msgid "A day cannot exceed %(limit)s (%(entered)s entered)"
msgstr "لا يمكن أن تتجاوز ساعات اليوم الواحد %(limit)s (المُدخل %(entered)s)"

#: apps/timesheets/rules/limits.py
#, python-format
msgid "A person's day cannot exceed %(limit)s in all. Available to this establishment: %(left)s"
msgstr "لا يمكن أن يتجاوز مجموع ساعات المشترك في اليوم الواحد %(limit)s. المتاح لدى هذه المنشأة: %(left)s"

#: apps/timesheets/rules/limits.py
#, python-format
msgid "The month totals %(total)s hours; the limit is %(limit)s. Over by: %(excess)s; beside what is saved: %(left)s"
msgstr "مجموع الشهر %(total)s ساعة، والحد الأعلى %(limit)s ساعة. الزيادة: %(excess)s، والمتاح فوق المحفوظ: %(left)s"

#: apps/timesheets/rules/limits.py
#, python-format
msgid "This exceeds the monthly limit of %(limit)s. Available to this establishment: %(left)s"
msgstr "يتجاوز هذا الحد الأعلى للشهر وهو %(limit)s. المتاح لدى هذه المنشأة: %(left)s"

#: apps/timesheets/rules/limits.py
#, python-format
msgid "This day is outside the contract (%(first)s – %(last)s)"
msgstr "هذا اليوم خارج مدة العقد (%(first)s – %(last)s)"

#: apps/timesheets/rules/limits.py
msgid "Hours cannot be entered for a future day"
msgstr "لا يمكن إدخال ساعات ليوم لم يحن بعد"

#: apps/timesheets/rules/pasting.py
msgid "This is more than the hours of one page. Copy fewer rows at a time"
msgstr "هذا أكثر مما تتسع له صفحة واحدة. تُنسخ صفوف أقل في كل مرة"

#: apps/timesheets/rules/sheets.py
#, python-format
msgid "Hours of %(month)s could be entered until %(last_day)s."
msgstr "انتهت مهلة إدخال ساعات %(month)s في %(last_day)s."

#: apps/timesheets/rules/sheets.py
msgid "This month is attested and takes no more changes."
msgstr "هذا الشهر معتمد ولا يقبل التعديل."

#: apps/timesheets/rules/sheets.py
#, python-format
msgid "The month is “%(status)s”; this cannot be done any more."
msgstr "حالة الشهر «%(status)s»، فلم يعد هذا الإجراء ممكنًا."

#: apps/timesheets/rules/sheets.py
#, python-format
msgid "%(month)s can be attested from %(first_day)s on, when no more hours can follow."
msgstr "يمكن إقرار ساعات %(month)s ابتداءً من %(first_day)s، حين لا يبقى يوم يمكن إدخال ساعاته."

#: apps/timesheets/rules/sheets.py
#, python-format
msgid "No hours are entered for %(month)s. If nobody worked, declare that instead."
msgstr "لا توجد ساعات مدخلة في %(month)s. إذا لم يعمل أحد فيُقدَّم إقرار بعدم وجود عمل."

#: apps/timesheets/rules/sheets.py
#, python-format
msgid "Hours are entered for %(month)s, so it cannot be declared a month without work."
msgstr "توجد ساعات مدخلة في %(month)s، فلا يمكن الإقرار بعدم وجود عمل فيه."

#: apps/timesheets/rules/sheets.py templates/timesheets/month_attest.html
#: templates/timesheets/month_grid.html
#, python-format
msgid "No active contracts in %(month)s"
msgstr "لا توجد عقود سارية في %(month)s"

#: apps/timesheets/rules/sheets.py
#, python-format
msgid "The hours of %(month)s have changed since this page was shown. Check them again."
msgstr "تغيّرت ساعات %(month)s منذ عرض هذه الصفحة. يُرجى مراجعتها من جديد."

#: apps/timesheets/rules/sheets.py
#, python-format
msgid "%(month)s could be opened again until %(last_day)s. Its hours change only by a correction now."
msgstr "كان يمكن إعادة فتح %(month)s حتى %(last_day)s. لا تتغيّر ساعاته الآن إلا بتصحيح."

#: apps/timesheets/rules/writing.py
#, python-format
msgid "“%(value)s” is not understood. Write 7.5 or 7:30"
msgstr "القيمة «⁨%(value)s⁩» غير مفهومة. تُكتب الساعات مثل 7.5 أو 7:30"

#: apps/timesheets/rules/writing.py
msgid "Use quarter hours, such as 7.25"
msgstr "تُكتب الساعات بمضاعفات ربع الساعة، مثل 7.25"

#: apps/timesheets/services/digests.py
msgid "Flexible Work Portal: your working hours were entered or changed."
msgstr "بوابة العمل المرن: أُدخلت ساعات عملكم أو عُدّلت."

#: apps/timesheets/services/digests.py
msgid "Your working hours"
msgstr "ساعات عملكم"

#: apps/timesheets/services/digests.py
#, python-format
msgid "%(place)s, %(month)s: %(difference)s more, %(hours)s in all"
msgstr "%(place)s، %(month)s: زيادة %(difference)s، والمجموع %(hours)s"

#: apps/timesheets/services/digests.py
#, python-format
msgid "%(place)s, %(month)s: %(difference)s fewer, %(hours)s in all"
msgstr "%(place)s، %(month)s: نقص %(difference)s، والمجموع %(hours)s"

#: apps/timesheets/services/digests.py
#, python-format
msgid "%(place)s, %(month)s: on other days, %(hours)s in all"
msgstr "%(place)s، %(month)s: تغيّرت الأيام، والمجموع %(hours)s"

#: apps/timesheets/services/loading.py
#, python-format
msgid "Contract %(contract_no)s is not of the subscriber with this national ID"
msgstr "العقد %(contract_no)s ليس للمشترك صاحب رقم الهوية هذا"

#: apps/timesheets/services/loading.py
#, python-format
msgid "This contract and day stand in the file twice, first in line %(line)s"
msgstr "ورد هذا العقد مع هذا اليوم مرتين في الملف، أولاهما في السطر %(line)s"

#: apps/timesheets/services/loading.py
msgid "A day cannot have more than 24 hours, or fewer than none"
msgstr "لا تقل ساعات اليوم عن صفر ولا تزيد على 24 ساعة"

#: apps/timesheets/services/recording.py
#, python-format
msgid "A contract of this page does not belong to %(month)s. Nothing was saved"
msgstr "في الصفحة عقد لا يخص %(month)s، فلم يُحفظ شيء"

#: apps/timesheets/services/reminders.py
#, python-format
msgid "Flexible Work Portal: the hours of %(month)s are not attested yet for %(places)s. They can be attested until %(date)s; after that the portal attests what is entered."
msgstr "بوابة العمل المرن: لم تُعتمد ساعات %(month)s بعد لدى %(places)s. يمكن الإقرار بها حتى %(date)s، ثم يعتمد النظام ما أُدخل."

#: apps/timesheets/services/reminders.py
#, python-format
msgid "Flexible Work Portal: no hours of %(month)s are entered yet for %(places)s. They can be entered until %(date)s. If nobody worked, that can be declared."
msgstr "بوابة العمل المرن: لم تُدخل ساعات %(month)s بعد لدى %(places)s. يمكن إدخالها حتى %(date)s. وإن لم يعمل أحد فيمكن الإقرار بذلك."

#: apps/timesheets/services/reminders.py
#, python-format
msgid "%(names)s and %(count)s more"
msgstr "%(names)s و%(count)s غيرها"

#: apps/timesheets/templatetags/hours_grid.py
#: templates/timesheets/month_grid.html
msgid "Outside contract"
msgstr "خارج مدة العقد"

#: apps/timesheets/templatetags/hours_grid.py
msgid "choose below"
msgstr "الاختيار في السطر التالي"

#: apps/timesheets/views/declarations.py
msgid "Tick the declaration to attest the hours"
msgstr "يلزم تأشير نص الإقرار لإقرار الساعات"

#: apps/timesheets/views/declarations.py
msgid "The month is open again. Attest it once more when its hours are right"
msgstr "أُعيد فتح الشهر. يُرجى الإقرار به من جديد بعد تصحيح ساعاته"

#: apps/timesheets/views/months.py
msgid "The hours are saved"
msgstr "حُفظت الساعات"

#: apps/timesheets/views/months.py
msgid "There was nothing new to save"
msgstr "لا جديد يُحفظ"

#: apps/timesheets/views/months.py
msgid "Another user changed other days meanwhile. Those changes are kept"
msgstr "عدّل مستخدم آخر أيامًا أخرى في أثناء التحرير، وبقيت تعديلاته"

#: config/settings/base.py
msgid "Arabic"
msgstr "العربية"

#: config/settings/base.py
msgid "English"
msgstr "الإنجليزية"

#: templates/400.html
msgid "The request could not be understood"
msgstr "تعذّر فهم الطلب"

#: templates/400.html
msgid "The address or the form held something that the portal cannot read. Nothing was changed."
msgstr "في العنوان أو النموذج ما لا تستطيع البوابة قراءته. لم يتغيّر شيء."

#: templates/403.html
msgid "This is not open to your role"
msgstr "هذه الصفحة غير متاحة لهذه الصلاحية"

#: templates/403.html templates/timesheets/month_attest.html
msgid "Needed for this:"
msgstr "الصلاحية المطلوبة:"

#: templates/403.html templates/timesheets/month_attest.html
msgid "Who has it:"
msgstr "للتواصل مع من لديه الصلاحية:"

#: templates/403.html
msgid "The page exists, but the account that is signed in has no right to it."
msgstr "الصفحة موجودة، وليست ضمن صلاحيات الحساب الحالي."

#: templates/403_csrf.html
msgid "The form was not accepted"
msgstr "لم يُقبل النموذج"

#: templates/403_csrf.html
msgid "The page was open for too long, or the browser keeps no cookies. Nothing was changed. Going back, reloading the page and sending it again usually helps."
msgstr "بقيت الصفحة مفتوحة مدة طويلة، أو أن المتصفح لا يحفظ ملفات تعريف الارتباط. لم يتغيّر شيء. يكفي غالبًا الرجوع وتحديث الصفحة ثم الإرسال من جديد."

#: templates/404.html
msgid "Page not found"
msgstr "الصفحة غير موجودة"

#: templates/404.html
msgid "The address may be mistyped, or the page belongs to an establishment that this account does not act for."
msgstr "قد يكون في العنوان خطأ، أو أن الصفحة تخص منشأة لا يمثّلها هذا الحساب."

#: templates/405.html
msgid "This page is not asked for in this way"
msgstr "لا تُطلب هذه الصفحة بهذه الطريقة"

#: templates/405.html
msgid "The page answers to its own links and buttons alone. Nothing was changed."
msgstr "تستجيب الصفحة لروابطها وأزرارها فقط. لم يتغيّر شيء."

#: templates/429.html
msgid "Too many attempts"
msgstr "محاولات كثيرة"

#: templates/429.html
msgid "Please wait a few minutes and try again."
msgstr "تمكن المحاولة مجددًا بعد بضع دقائق."

#: templates/account/_demo_accounts.html
msgid "Accounts to try"
msgstr "حسابات للتجربة"

#: templates/account/_demo_accounts.html
#, python-format
msgid "This is a demonstration with invented people. The password of every account is %(password)s"
msgstr "هذا عرض تجريبي بأشخاص غير حقيقيين. كلمة المرور لجميع الحسابات هي %(password)s"

#: templates/account/_demo_accounts.html
msgid "Codes and letters appear among the messages of the demonstration"
msgstr "تظهر الرموز والرسائل في صفحة رسائل العرض التجريبي"

#: templates/account/_demo_accounts.html
msgid "A real portal asks owners, supervisors and staff for a second factor too. Here one can be tried in “Account and security”."
msgstr "تطلب البوابة الفعلية من الملاك والمشرفين والموظفين عاملًا ثانيًا أيضًا، ويمكن تجربته هنا في «الحساب والأمان»."

#: templates/account/_demo_accounts.html
msgid "Try"
msgstr "تجربة"

#: templates/account/_demo_accounts.html
msgid "Subscriber without an account"
msgstr "مشترك بلا حساب"

#: templates/account/_demo_accounts.html
#, python-format
msgid "Born on %(day)s"
msgstr "تاريخ الميلاد %(day)s"

#: templates/account/_demo_accounts.html templates/account/login.html
#: templates/account/signup_account.html templates/account/signup_national.html
#: templates/account/signup_person.html templates/portal/landing.html
msgid "Create account"
msgstr "إنشاء حساب"

#: templates/account/_terms.html templates/admin/accounts/user/factors.html
#: templates/admin/accounts/user/password.html
#: templates/admin/correct_mobile.html templates/base.html
#: templates/components/field.html templates/exchange/upload_start.html
#: templates/portal/_outlook.html
msgid "Error:"
msgstr "خطأ:"

#: templates/account/_terms.html templates/base.html
#: templates/portal/terms.html
msgid "Terms of use"
msgstr "شروط الاستخدام"

#: templates/account/_terms.html
msgid "opens in a new tab"
msgstr "تُفتح في علامة تبويب جديدة"

#: templates/account/_terms.html
#, python-format
msgid "version %(version)s"
msgstr "الإصدار %(version)s"

#: templates/account/account_home.html templates/admin/base_site.html
#: templates/layouts/_person.html templates/mfa/index.html
#: templates/mfa/recovery_codes/index.html
#: templates/mfa/webauthn/authenticator_list.html
#: templates/usersessions/usersession_list.html
msgid "Account and security"
msgstr "الحساب والأمان"

#: templates/account/account_home.html
msgid "Signing in"
msgstr "تسجيل الدخول"

#: templates/account/account_home.html templates/account/password_change.html
msgid "Change password"
msgstr "تغيير كلمة المرور"

#: templates/account/account_home.html
#: templates/usersessions/usersession_list.html
msgid "Sessions"
msgstr "الجلسات"

#: templates/account/account_home.html
msgid "Where this account is signed in"
msgstr "أماكن تسجيل الدخول إلى هذا الحساب"

#: templates/account/account_home.html
msgid "View sessions"
msgstr "عرض الجلسات"

#: templates/account/account_home.html
msgid "Messages"
msgstr "الرسائل"

#: templates/account/account_home.html
msgid "Hours entered for you"
msgstr "الساعات المُدخلة لكم"

#: templates/account/account_home.html
msgid "On: one message in the evening of a day on which an employer entered or changed your hours."
msgstr "مفعّلة: رسالة واحدة في مساء كل يوم أدخل فيه صاحب عمل ساعاتكم أو عدّلها."

#: templates/account/account_home.html
msgid "Off: nothing is sent when an employer enters or changes your hours."
msgstr "متوقفة: لا تُرسل رسالة عند إدخال ساعاتكم أو تعديلها."

#: templates/account/account_home.html
msgid "Switch off"
msgstr "إيقاف"

#: templates/account/account_home.html
msgid "Switch on"
msgstr "تفعيل"

#: templates/account/account_home.html
msgid "Not on file"
msgstr "غير مسجل"

#: templates/account/account_inactive.html
msgid "The account is not active"
msgstr "الحساب غير نشط"

#: templates/account/account_inactive.html
msgid "This account cannot be used at present. The owner of the establishment or the staff of the portal can say why."
msgstr "لا يمكن استخدام هذا الحساب حاليًّا. يوضح السبب مالك المنشأة أو موظفو البوابة."

#: templates/account/base_reauthenticate.html
msgid "Confirm it is you"
msgstr "تأكيد الهوية"

#: templates/account/base_reauthenticate.html
msgid "This step is protected. What was sent is kept and goes on afterwards."
msgstr "هذه الخطوة محمية. ما أُرسل محفوظ، وتُستكمل الخطوة بعد التأكيد."

#: templates/account/code.html
msgid "Enter the code"
msgstr "إدخال رمز التحقق"

#: templates/account/code.html templates/account/password_forgotten.html
#: templates/account/signup_national.html templates/account/signup_person.html
#: templates/contracts/contract_end.html
#: templates/contracts/contract_person.html
#: templates/contracts/contract_terms.html
#: templates/contracts/contract_wage.html templates/contracts/offer_form.html
#: templates/registry/member_invite.html templates/registry/member_role.html
#: templates/registry/registration.html
msgid "Continue"
msgstr "متابعة"

#: templates/account/code.html
msgid "Did not get the code?"
msgstr "لم يصل الرمز؟"

#: templates/account/code.html
msgid "Seconds until a new code can be sent:"
msgstr "الثواني المتبقية حتى يمكن إرسال رمز جديد:"

#: templates/account/code.html
msgid "Send a new code"
msgstr "إرسال رمز جديد"

#: templates/account/code.html
msgid "A code that arrives late stays valid beside a newer one."
msgstr "يبقى الرمز الذي يتأخر وصوله صالحًا مع الرمز الأحدث."

#: templates/account/code.html
msgid "Change the details"
msgstr "تغيير البيانات"

#: templates/account/email/base_notification.txt
#, python-format
msgid "Time: %(time)s"
msgstr "الوقت: %(time)s"

#: templates/account/email/base_notification.txt
msgid "Done by the portal's staff"
msgstr "جرى ذلك من موظفي البوابة"

#: templates/account/email/base_notification.txt
#, python-format
msgid "Network address: %(ip)s"
msgstr "عنوان الشبكة: %(ip)s"

#: templates/account/email/base_notification.txt
msgid "Whoever did not do this himself should choose a new password at once:"
msgstr "إن لم يكن صاحب الحساب هو من أجرى هذا التغيير، فيُرجى اختيار كلمة مرور جديدة فورًا:"

#: templates/account/email/password_changed_message.txt
msgid "The password of the account was changed."
msgstr "تغيّرت كلمة مرور الحساب."

#: templates/account/email/password_changed_subject.txt
msgid "The password was changed"
msgstr "تغيّرت كلمة المرور"

#: templates/account/email_address.html
msgid "Letters go to"
msgstr "تصل الرسائل إلى"

#: templates/account/email_address.html
msgid "No e-mail address is confirmed yet."
msgstr "لم يُؤكَّد بريد إلكتروني بعد."

#: templates/account/email_address.html
msgid "Send a code to the new address"
msgstr "إرسال رمز إلى البريد الجديد"

#: templates/account/email_address.html
msgid "The address changes when the code is entered. The old one gets a letter about it."
msgstr "يتغير البريد عند إدخال الرمز، وتصل رسالة بذلك إلى البريد السابق."

#: templates/account/kept.html
msgid "Unsaved values"
msgstr "قيم لم تُحفظ"

#: templates/account/kept.html
#, python-format
msgid "Unsaved values from %(time)s. Restore?"
msgstr "توجد قيم لم تُحفظ من %(time)s. هل تُستعاد؟"

#: templates/account/kept.html
msgid "Restore"
msgstr "استعادة"

#: templates/account/kept.html
msgid "Discard"
msgstr "تجاهل"

#: templates/account/login.html templates/account/national_refused.html
#: templates/account/password_reset_from_key_done.html
#: templates/account/signup_person.html templates/layouts/_header.html
#: templates/mfa/authenticate.html templates/portal/demo_outbox.html
#: templates/portal/landing.html templates/registry/invitation_gone.html
msgid "Sign in"
msgstr "تسجيل الدخول"

#: templates/account/login.html
msgid "Sign in with a passkey"
msgstr "تسجيل الدخول بمفتاح مرور"

#: templates/account/login.html templates/portal/demo_outbox.html
msgid "Forgot the password?"
msgstr "نسيان كلمة المرور"

#: templates/account/login.html
msgid "A subscriber without an account?"
msgstr "مشترك بلا حساب؟"

#: templates/account/logout.html templates/admin/base_site.html
#: templates/layouts/_person.html templates/registry/invitation_other.html
msgid "Sign out"
msgstr "تسجيل الخروج"

#: templates/account/messages/password_changed.txt
#: templates/account/password_reset_from_key_done.html
msgid "The password is changed"
msgstr "تغيّرت كلمة المرور"

#: templates/account/mobile.html
msgid "Codes and messages go to"
msgstr "تصل الرموز والرسائل إلى"

#: templates/account/mobile.html
msgid "No mobile number is on file."
msgstr "لا يوجد رقم جوال مسجَّل."

#: templates/account/mobile.html
msgid "Send a code to the new number"
msgstr "إرسال رمز إلى الرقم الجديد"

#: templates/account/mobile.html
msgid "The number changes when the code is entered. The old one gets a message about it."
msgstr "يتغير الرقم عند إدخال الرمز، وتصل رسالة بذلك إلى الرقم السابق."

#: templates/account/national_refused.html
msgid "National sign-in did not succeed"
msgstr "تعذّر الدخول الوطني الموحد"

#: templates/account/national_refused.html
msgid "The portal has no active account for this national ID. An account is opened at first use by the subscriber himself, or by the invitation of an establishment."
msgstr "لا يوجد في البوابة حساب نشط لهذه الهوية. يُنشئ المشترك حسابه عند أول استخدام، أو يُنشأ بدعوة من المنشأة."

#: templates/account/national_refused.html
msgid "The national sign-in service gave no valid national ID, so nobody was signed in."
msgstr "لم تُعطِ خدمة الدخول الوطني الموحد رقم هوية صالحًا، فلم يكتمل تسجيل الدخول."

#: templates/account/national_refused.html
msgid "There was no valid answer from the national sign-in service. It may have taken too long, or the page was opened twice. Nobody was signed in."
msgstr "لم يصل رد صالح من خدمة الدخول الوطني الموحد. ربما طالت المدة أو فُتحت الصفحة مرتين. لم يكتمل تسجيل الدخول، وتمكن المحاولة مجددًا."

#: templates/account/national_refused.html
#: templates/components/confirmation.html templates/layouts/_problem.html
#: templates/timesheets/_declaration.html
#: templates/timesheets/documents/declaration.html
#: templates/timesheets/month_reopen.html
msgid "Reference number"
msgstr "رقم المرجع"

#: templates/account/national_refused.html templates/base.html
#: templates/layouts/_problem.html templates/portal/help.html
#: templates/portal/no_role.html templates/registry/establishment_list.html
#: templates/registry/invitation_gone.html templates/registry/registered.html
msgid "Help and contact"
msgstr "مساعدة وتواصل"

#: templates/account/password_forgotten.html
msgid "Password reset"
msgstr "إعادة تعيين كلمة المرور"

#: templates/account/password_forgotten.html
msgid "A code is sent to the mobile number of the account. With it, a new password is chosen."
msgstr "يُرسل رمز إلى جوال الحساب، وبه تُختار كلمة مرور جديدة."

#: templates/account/password_forgotten.html
msgid "Is the mobile number not in use any more?"
msgstr "هل تغيّر رقم الجوال؟"

#: templates/account/password_forgotten.html
msgid "Get a link by e-mail"
msgstr "إرسال رابط بالبريد الإلكتروني"

#: templates/account/password_new.html
msgid "Password reset: the new password"
msgstr "استعادة كلمة المرور: كلمة المرور الجديدة"

#: templates/account/password_new.html
msgid "Whoever is signed in to this account anywhere is signed out."
msgstr "تنتهي جميع الجلسات المفتوحة بهذا الحساب."

#: templates/account/password_new.html
#: templates/account/password_reset_from_key.html
msgid "Save the password"
msgstr "حفظ كلمة المرور"

#: templates/account/password_reset.html
msgid "Password reset by e-mail"
msgstr "استعادة كلمة المرور بالبريد الإلكتروني"

#: templates/account/password_reset.html
msgid "A link to choose a new password is sent to the e-mail address of the account."
msgstr "يُرسل رابط اختيار كلمة مرور جديدة إلى البريد الإلكتروني المسجل للحساب."

#: templates/account/password_reset.html
msgid "Send the link"
msgstr "إرسال الرابط"

#: templates/account/password_reset_done.html
msgid "Check your e-mail"
msgstr "أُرسلت رسالة بالبريد الإلكتروني"

#: templates/account/password_reset_done.html
msgid "If an account has this address, a link to choose a new password is on its way."
msgstr "إذا كان هذا البريد مسجلًا لحساب، فالرابط في طريقه إليه."

#: templates/account/password_reset_from_key.html
msgid "This link was already used, or it is too old."
msgstr "استُخدم هذا الرابط من قبل أو انتهت صلاحيته."

#: templates/account/password_reset_from_key.html
#: templates/registry/invitation_resend.html
msgid "Send a new link"
msgstr "إرسال رابط جديد"

#: templates/account/reauthenticate.html templates/mfa/reauthenticate.html
#: templates/mfa/totp/activate_form.html
msgid "Confirm"
msgstr "تأكيد"

#: templates/account/signup_account.html
msgid "Create account: password and terms"
msgstr "إنشاء حساب: كلمة المرور والشروط"

#: templates/account/signup_account.html templates/portal/terms.html
msgid "The account"
msgstr "الحساب"

#: templates/account/signup_national.html
msgid "Create account: mobile number"
msgstr "إنشاء حساب: رقم الجوال"

#: templates/account/signup_national.html
msgid "National sign-in has confirmed who you are. There is no account yet; it is opened here."
msgstr "أكد الدخول الوطني هويتك. لا يوجد حساب بعد، ويُنشأ من هنا."

#: templates/account/signup_person.html
msgid "For subscribers. An establishment’s people come by invitation of its owner."
msgstr "للمشتركين. أما العاملون باسم منشأة فتصلهم دعوة من مالكها."

#: templates/account/signup_person.html
msgid "Is there an account already?"
msgstr "هل يوجد حساب من قبل؟"

#: templates/admin/accounts/user/factors.html
#, python-format
msgid "For %(name)s, who has lost them and has shown who he is. What is set up goes, recovery codes and all: %(kinds)s. He is signed out everywhere, is told of it, and signs in with the password until he sets up another."
msgstr "لصالح %(name)s بعد فقدانها والتحقق من الهوية. يُزال كل ما هو معدّ، ومنه رموز الاسترداد: %(kinds)s. تنتهي جلسات الحساب كلها، ويُبلَّغ صاحبه، ويكون الدخول بكلمة المرور إلى أن يُعدّ عاملًا جديدًا."

#: templates/admin/accounts/user/password.html
#, python-format
msgid "A new password for %(name)s. It is told in person and changed after the first sign-in."
msgstr "كلمة مرور جديدة لـ %(name)s. تُبلَّغ شخصيًّا وتُغيَّر بعد أول دخول."

#: templates/admin/base_site.html templates/layouts/_header.html
msgid "Main navigation"
msgstr "التنقل الرئيسي"

#: templates/admin/change_form_object_tools.html
msgid "History"
msgstr "السجل"

#: templates/admin/change_list_object_tools.html
#, python-format
msgid "Add %(name)s"
msgstr "إضافة %(name)s"

#: templates/admin/correct_mobile.html
#, python-format
msgid "A new mobile number for %(name)s, who has shown his ID. An account of his follows it, and the number left behind is told."
msgstr "رقم جوال جديد لـ %(name)s بعد الاطلاع على الهوية. يتبعه حسابه إن وُجد، وتصل رسالة بذلك إلى الرقم السابق."

#: templates/admin/pagination.html templates/admin/search_form.html
msgid "Show all"
msgstr "عرض الكل"

#: templates/admin/search_form.html
#, python-format
msgid "%(full_result_count)s total"
msgstr "%(full_result_count)s إجمالًا"

#: templates/admin/submit_line.html templates/mfa/webauthn/edit_form.html
msgid "Save"
msgstr "حفظ"

#: templates/base.html
msgid "Skip to main content"
msgstr "الانتقال إلى المحتوى الرئيسي"

#: templates/base.html templates/portal/accessibility.html
msgid "Accessibility statement"
msgstr "بيان سهولة الوصول"

#: templates/base.html templates/portal/privacy.html
#: templates/portal/terms.html
msgid "Privacy"
msgstr "الخصوصية"

#: templates/base.html templates/portal/demo_outbox.html
msgid "Messages of the demonstration"
msgstr "رسائل العرض التجريبي"

#: templates/certificates/documents/statement.html
#: templates/certificates/statement_detail.html
#: templates/certificates/statement_list.html
msgid "Statement of contribution periods"
msgstr "كشف مُدد الاشتراك"

#: templates/certificates/documents/statement.html
#: templates/timesheets/documents/declaration.html
msgid "Flexible work"
msgstr "العمل المرن"

#: templates/certificates/documents/statement.html
#, python-format
msgid "Statement until %(month)s"
msgstr "كشف حتى %(month)s"

#: templates/certificates/documents/statement.html
#: templates/certificates/statement_list.html
msgid "Periods until"
msgstr "المدد حتى"

#: templates/certificates/documents/statement.html
#: templates/contracts/documents/contract.html
msgid "National ID number"
msgstr "رقم الهوية الوطنية"

#: templates/certificates/documents/statement.html
msgid "Made on"
msgstr "تاريخ الإصدار"

#: templates/certificates/documents/statement.html
msgid "Registered contribution period"
msgstr "مدة الاشتراك المسجلة"

#: templates/certificates/documents/statement.html
#, python-format
msgid "%(months)s and %(days)s"
msgstr "%(months)s و%(days)s"

#: templates/certificates/documents/statement.html
msgid "Registered periods are those of the hours that employers have entered. Paid periods are a different figure: a day is paid when the contributions of its invoice are fully paid. Payments are not part of this statement."
msgstr "المدد المسجلة هي مدد الساعات التي أدخلها أصحاب العمل. أما المدد المدفوعة فرقم آخر: يُعد اليوم مدفوعًا عند سداد اشتراكات فاتورته كاملة. ولا يتضمن هذا الكشف السداد."

#: templates/certificates/documents/statement.html
#: templates/portal/_employers.html
msgid "By employer"
msgstr "حسب جهة العمل"

#: templates/certificates/documents/statement.html
msgid "Period"
msgstr "المدة"

#: templates/certificates/documents/statement.html
msgid "Contributory wages"
msgstr "الأجور الخاضعة للاشتراك"

#: templates/certificates/documents/statement.html
#: templates/invoices/run_list.html templates/timesheets/_dock.html
msgid "Contributions"
msgstr "الاشتراكات"

#: templates/certificates/documents/statement.html
msgid "By month"
msgstr "حسب الشهر"

#: templates/certificates/documents/statement.html
#: templates/contracts/documents/contract.html
#: templates/invoices/documents/invoice.html
msgid "Amounts in Saudi riyals."
msgstr "المبالغ بالريال السعودي."

#: templates/certificates/documents/statement.html
msgid "Under each line: the contract, and how days and amounts were computed."
msgstr "تحت كل سطر: العقد، وكيفية احتساب الأيام والمبالغ."

#: templates/certificates/documents/statement.html
msgid "This statement serves the purpose it was asked for and has no effect on others; the data may be amended later (Implementing Regulation, art. 14)."
msgstr "هذا الكشف للغرض الذي طُلب من أجله ولا أثر له على الغير، ويجوز تعديل البيانات لاحقًا (المادة 14 من اللائحة التنفيذية)."

#: templates/certificates/documents/statement.html
#: templates/contracts/documents/contract.html
#: templates/invoices/documents/invoice.html
#: templates/timesheets/documents/declaration.html
msgid "Issued automatically by the portal; valid without signature or seal."
msgstr "صدر آليًّا من البوابة، ويُعتد به دون توقيع أو ختم."

#: templates/certificates/statement_detail.html
#: templates/certificates/statement_list.html
#, python-format
msgid "Periods until %(month)s"
msgstr "المدد حتى %(month)s"

#: templates/certificates/statement_list.html
msgid "Months and days earned, for which employers, and how they were computed; as a PDF that stays the same."
msgstr "الأشهر والأيام المكتسبة، ولدى أي جهات عمل، وكيف حُسبت؛ في ملف PDF لا يتغير."

#: templates/certificates/statement_list.html
msgid "New statement"
msgstr "كشف جديد"

#: templates/certificates/statement_list.html
msgid "Hours of the months after it are not part of it, because they can still change."
msgstr "لا تدخل فيه ساعات الأشهر التالية لأنها ما زالت قابلة للتغيير."

#: templates/certificates/statement_list.html
msgid "No month is closed yet. A statement can be made after the first one."
msgstr "لم يُقفل أي شهر بعد. يمكن إصدار كشف بعد إقفال أول شهر."

#: templates/certificates/statement_list.html
msgid "Statements made"
msgstr "الكشوف الصادرة"

#: templates/certificates/statement_list.html
msgid "Asked for"
msgstr "تاريخ الطلب"

#: templates/certificates/statement_list.html
msgid "Language"
msgstr "اللغة"

#: templates/certificates/statement_list.html
msgid "Ready"
msgstr "جاهز"

#: templates/certificates/statement_list.html
msgid "Could not be prepared"
msgstr "تعذّر الإعداد"

#: templates/certificates/statement_list.html
msgid "Being prepared"
msgstr "قيد الإعداد"

#: templates/certificates/statement_list.html
msgid "No statement yet."
msgstr "لا توجد كشوف بعد."

#: templates/components/error_summary.html
#: templates/contracts/contract_check.html templates/exchange/upload_start.html
#: templates/invoices/run_start.html templates/registry/_refused.html
#: templates/timesheets/_errors.html templates/timesheets/month_attest.html
#: templates/timesheets/month_reopen.html
msgid "There is a problem"
msgstr "توجد مشكلة"

#: templates/components/field.html
msgid "(optional)"
msgstr "(اختياري)"

#: templates/components/filters.html templates/timesheets/month_grid.html
msgid "Show"
msgstr "عرض"

#: templates/components/filters.html templates/django_tables2/portal.html
#: templates/timesheets/month_grid.html
msgid "Clear the filters"
msgstr "مسح عوامل التصفية"

#: templates/components/job.html
msgid "last update"
msgstr "آخر تحديث"

#: templates/components/pages.html templates/timesheets/_grid_pages.html
msgid "Pages"
msgstr "الصفحات"

#: templates/components/pages.html templates/timesheets/_grid_pages.html
#, python-format
msgid "%(first)s to %(last)s of %(total)s"
msgstr "%(first)s إلى %(last)s من %(total)s"

#: templates/components/pages.html
msgid "Previous"
msgstr "السابق"

#: templates/components/pages.html
msgid "Next"
msgstr "التالي"

#: templates/components/paper.html
#, python-format
msgid "Ready since %(at)s. The file stays the same whenever it is downloaded."
msgstr "جاهز منذ %(at)s. ويبقى الملف نفسه في كل تنزيل."

#: templates/components/paper.html
msgid "The document could not be prepared after three attempts. The reason is recorded for staff."
msgstr "تعذّر إعداد المستند بعد ثلاث محاولات، وسُجّل السبب لدى الموظفين."

#: templates/components/paper.html
msgid "The document is being prepared."
msgstr "المستند قيد الإعداد."

#: templates/components/paper.html
msgid "This takes a few seconds. The page may be left; this address shows the document at any time."
msgstr "يستغرق ذلك ثواني. تمكن مغادرة الصفحة، ويظهر المستند في هذا العنوان في أي وقت."

#: templates/components/steps.html
msgid "done"
msgstr "تمت"

#: templates/contracts/_agreed.html
msgid "Acceptance"
msgstr "القبول"

#: templates/contracts/_agreed.html templates/portal/own_contracts.html
msgid "Offered"
msgstr "تقديم العرض"

#: templates/contracts/_agreed.html
msgid "Accepted by the subscriber"
msgstr "قبول المشترك"

#: templates/contracts/_agreed.html
msgid "The contract came from the employer’s records; it was not accepted in the portal."
msgstr "ورد العقد من سجلات صاحب العمل، ولم يُقبل في البوابة."

#: templates/contracts/_offer_notes.html
#, python-format
msgid "The wage lies under the floor of %(floor)s an hour. It is allowed; contributions are then taken on the floor."
msgstr "الأجر دون الحد الأدنى البالغ %(floor)s للساعة. وهو مسموح به، وتُحسب الاشتراكات على الحد الأدنى."

#: templates/contracts/_offer_terms.html
#: templates/contracts/contract_check.html
msgid "Wage for 8 hours"
msgstr "أجر 8 ساعات"

#: templates/contracts/_tabs.html templates/contracts/offer_detail.html
#: templates/contracts/offer_list.html
msgid "Offers"
msgstr "العروض"

#: templates/contracts/_terms.html templates/contracts/documents/contract.html
#, python-format
msgid "Agreed until %(day)s, ended early."
msgstr "كان متفقًا عليه حتى %(day)s، وفُسخ قبل ذلك."

#: templates/contracts/_wages.html
msgid "Hourly wage by month"
msgstr "أجر الساعة حسب الشهر"

#: templates/contracts/_wages.html
#, python-format
msgid "from %(month)s"
msgstr "اعتبارًا من %(month)s"

#: templates/contracts/_wages.html templates/contracts/documents/contract.html
msgid "under the floor: contributions are taken on the floor"
msgstr "دون الحد الأدنى: تُحسب الاشتراكات على الحد الأدنى"

#: templates/contracts/contract_check.html templates/contracts/offer_check.html
msgid "the check"
msgstr "المراجعة"

#: templates/contracts/contract_check.html
msgid "Check before offering"
msgstr "التحقق قبل إرسال العرض"

#: templates/contracts/contract_check.html
#: templates/contracts/contract_person.html
msgid "the person"
msgstr "المشترك"

#: templates/contracts/contract_check.html
msgid "the first day"
msgstr "اليوم الأول"

#: templates/contracts/contract_check.html
msgid "the last day"
msgstr "اليوم الأخير"

#: templates/contracts/contract_check.html
msgid "the hourly wage"
msgstr "أجر الساعة"

#: templates/contracts/contract_check.html
msgid "The subscriber is told and decides in his own account. Once he has accepted, the contract is in force and hours can be entered for its days."
msgstr "يُبلَّغ المشترك ويقرر من حسابه. وبعد قبوله يسري العقد ويمكن إدخال ساعات أيامه."

#: templates/contracts/contract_check.html templates/contracts/offer_check.html
msgid "Send the offer"
msgstr "إرسال العرض"

#: templates/contracts/contract_check.html
#: templates/portal/own_offer_accept.html
#: templates/portal/own_offer_answer.html
#: templates/registry/member_role_check.html
msgid "Back"
msgstr "رجوع"

#: templates/contracts/contract_detail.html
#: templates/contracts/documents/contract.html
#: templates/contracts/paper_detail.html templates/portal/own_contract.html
#: templates/portal/own_paper.html
#, python-format
msgid "Contract %(number)s"
msgstr "العقد %(number)s"

#: templates/contracts/contract_detail.html
#, python-format
msgid "Contract %(number)s, national ID %(id)s"
msgstr "العقد %(number)s، رقم الهوية %(id)s"

#: templates/contracts/contract_detail.html
msgid "Offer a renewal"
msgstr "تقديم عرض تجديد"

#: templates/contracts/contract_detail.html
msgid "Offer an extension"
msgstr "تقديم عرض تمديد"

#: templates/contracts/contract_detail.html
#: templates/contracts/contract_wage.html
msgid "Change the wage"
msgstr "تغيير الأجر"

#: templates/contracts/contract_detail.html
#: templates/contracts/contract_end.html
#: templates/contracts/contract_end_check.html
msgid "End the contract"
msgstr "إنهاء العقد"

#: templates/contracts/contract_detail.html
#, python-format
msgid "%(month)s was attested before this contract was documented. It is open again: complete the hours and attest them once more."
msgstr "اعتُمد %(month)s قبل توثيق هذا العقد، ففُتح من جديد: يُرجى إكمال الساعات واعتمادها مرة أخرى."

#: templates/contracts/contract_detail.html
#: templates/contracts/contract_terms.html
msgid "Show the offer"
msgstr "الانتقال إلى العرض"

#: templates/contracts/contract_detail.html templates/portal/own_contract.html
msgid "Hours by month"
msgstr "الساعات حسب الشهر"

#: templates/contracts/contract_detail.html templates/portal/own_contract.html
msgid "not closed yet"
msgstr "لم يُقفل بعد"

#: templates/contracts/contract_detail.html templates/portal/own_contract.html
msgid "No hours are entered yet."
msgstr "لم تُدخل ساعات بعد."

#: templates/contracts/contract_detail.html templates/portal/own_contract.html
msgid "History of the contract"
msgstr "سجل العقد"

#: templates/contracts/contract_end.html
#, python-format
msgid "The contract runs from %(first)s to %(last)s."
msgstr "مدة العقد من %(first)s إلى %(last)s."

#: templates/contracts/contract_end.html
msgid "Hours short of a whole day lapse with the last day."
msgstr "الساعات التي لا تكمل يومًا تسقط مع اليوم الأخير."

#: templates/contracts/contract_end.html
msgid "Hours after this day are entered in:"
msgstr "الأشهر التي فيها ساعات بعد هذا اليوم:"

#: templates/contracts/contract_end.html
#: templates/contracts/contract_person.html
#: templates/contracts/contract_terms.html
#: templates/contracts/contract_wage.html templates/contracts/offer_form.html
#: templates/contracts/offer_withdraw.html templates/invoices/run_start.html
#: templates/mfa/authenticate.html templates/mfa/recovery_codes/generate.html
#: templates/mfa/totp/activate_form.html
#: templates/mfa/totp/deactivate_form.html templates/mfa/webauthn/add_form.html
#: templates/mfa/webauthn/authenticator_confirm_delete.html
#: templates/mfa/webauthn/edit_form.html
#: templates/registry/invitation_resend.html
#: templates/registry/invitation_withdraw.html
#: templates/registry/member_end.html templates/registry/member_invite.html
#: templates/registry/member_role.html templates/registry/registration.html
#: templates/registry/request_admit.html templates/registry/request_refuse.html
#: templates/timesheets/month_reopen.html
msgid "Cancel"
msgstr "إلغاء"

#: templates/contracts/contract_end_check.html
msgid "Check before ending the contract"
msgstr "المراجعة قبل إنهاء العقد"

#: templates/contracts/contract_end_check.html
msgid "Agreed last day"
msgstr "اليوم الأخير المتفق عليه"

#: templates/contracts/contract_end_check.html
msgid "An ended contract cannot be opened again. For days after it a new contract is needed."
msgstr "لا يُعاد فتح العقد بعد إنهائه. وللأيام اللاحقة يلزم عقد جديد."

#: templates/contracts/contract_list.html
#, python-format
msgid "Hours of %(month)s, of %(limit)s at most"
msgstr "ساعات %(month)s، والحد الأعلى %(limit)s"

#: templates/contracts/contract_list.html templates/exchange/_crumbs.html
#: templates/timesheets/month_grid.html templates/timesheets/month_list.html
msgid "Import a file"
msgstr "استيراد ملف"

#: templates/contracts/contract_list.html templates/contracts/offer_list.html
#: templates/portal/employer_start.html
msgid "Offer a contract"
msgstr "تقديم عرض عقد"

#: templates/contracts/contract_person.html
msgid "Whose contract is it?"
msgstr "لمن هذا العقد؟"

#: templates/contracts/contract_person.html
msgid "Flexible work is open to Saudis. Registered persons are found by their whole ID only."
msgstr "العمل المرن للسعوديين. ولا يظهر المسجلون إلا برقم الهوية كاملًا."

#: templates/contracts/contract_person.html
msgid "Who is not registered yet is registered by the insurance body’s staff:"
msgstr "ومن لم يُسجَّل بعد يسجله موظفو جهة التأمين:"

#: templates/contracts/contract_terms.html templates/contracts/offer_form.html
msgid "the terms"
msgstr "شروط العقد"

#: templates/contracts/contract_terms.html
msgid "On what terms?"
msgstr "ما شروط العقد؟"

#: templates/contracts/contract_terms.html
msgid "Another person"
msgstr "مشترك آخر"

#: templates/contracts/contract_terms.html
#, python-format
msgid "Contract %(number)s of this person with the establishment runs to %(last)s; the next one can begin after it."
msgstr "عقد هذا المشترك مع المنشأة رقم %(number)s ينتهي في %(last)s، ويمكن أن يبدأ العقد التالي بعده."

#: templates/contracts/contract_terms.html
msgid "Show the contract"
msgstr "عرض العقد"

#: templates/contracts/contract_terms.html
msgid "An offer to this person already waits for an answer."
msgstr "يوجد عرض لهذا الشخص بانتظار الرد."

#: templates/contracts/contract_wage.html
#, python-format
msgid "The wage today is %(wage)s an hour. A month has one wage; another one begins on the first of a month."
msgstr "أجر الساعة الآن %(wage)s. ولكل شهر أجر واحد، ويبدأ الأجر الجديد من أول الشهر."

#: templates/contracts/contract_wage.html
msgid "A higher wage holds at once and the subscriber is told; a lower one needs his consent."
msgstr "الأجر الأعلى يُعتمد مباشرة ويُبلَّغ به المشترك، أما الأجر الأقل فيلزمه قبوله."

#: templates/contracts/contract_wage.html
#, python-format
msgid "The contract ends on %(last)s, before another wage could begin."
msgstr "ينتهي العقد في %(last)s قبل أن يبدأ أجر آخر."

#: templates/contracts/documents/contract.html
msgid "Flexible-work contract"
msgstr "عقد عمل مرن"

#: templates/contracts/documents/contract.html
msgid "Worker"
msgstr "العامل"

#: templates/contracts/documents/contract.html
msgid "As of"
msgstr "حتى تاريخ"

#: templates/contracts/documents/contract.html
msgid "Wage"
msgstr "الأجر"

#: templates/contracts/documents/contract.html
msgid "Daily wage, 8 hours"
msgstr "الأجر اليومي (8 ساعات)"

#: templates/contracts/documents/contract.html
msgid "The wage is owed for the hours worked. Every 8 hours are a contribution day."
msgstr "يُستحق الأجر عن ساعات العمل المنجزة، وكل 8 ساعات يوم اشتراك."

#: templates/contracts/documents/contract.html
msgid "What holds by law"
msgstr "أحكام نظامية"

#: templates/contracts/documents/contract.html
msgid "The worker may accept or refuse any call to work, without penalty."
msgstr "للعامل قبول أي طلب للعمل أو رفضه دون جزاء."

#: templates/contracts/documents/contract.html
#, python-format
msgid "At most %(hours)s a month with this employer."
msgstr "الحد الأعلى لدى صاحب العمل هذا %(hours)s في الشهر."

#: templates/contracts/documents/contract.html
msgid "The term is a year at most; whatever goes beyond needs the worker's consent."
msgstr "مدة العقد سنة على الأكثر، وما زاد عليها يلزمه قبول العامل."

#: templates/contracts/documents/contract.html
msgid "No paid leave, no end-of-service gratuity, and no probation."
msgstr "لا إجازات مدفوعة ولا مكافأة نهاية خدمة ولا فترة تجربة."

#: templates/contracts/documents/contract.html
msgid "The worker is insured for annuities and occupational hazards."
msgstr "العامل مشمول بفرعي المعاشات والأخطار المهنية."

#: templates/contracts/documents/contract.html
msgid "Labour Law Executive Regulation art. 27(2), as amended by Decision 153307 of 19 May 2024."
msgstr "اللائحة التنفيذية لنظام العمل، المادة 27 (2)، المعدلة بالقرار 153307 بتاريخ 19 مايو 2024."

#: templates/contracts/documents/contract.html
msgid "Acceptances"
msgstr "قبول الطرفين"

#: templates/contracts/documents/contract.html
#, python-format
msgid "This contract came to the portal from the employer's records on %(at)s. It was not accepted here."
msgstr "ورد هذا العقد إلى البوابة من سجلات صاحب العمل في %(at)s، ولم يُقبل فيها."

#: templates/contracts/documents/contract.html
msgid "Offered for the employer"
msgstr "عرضه عن صاحب العمل"

#: templates/contracts/documents/contract.html
msgid "Accepted by the worker"
msgstr "قَبِله العامل"

#: templates/contracts/documents/contract.html
#, python-format
msgid "%(wage)s an hour from %(month)s"
msgstr "%(wage)s للساعة ابتداءً من %(month)s"

#: templates/contracts/documents/contract.html
#, python-format
msgid "until %(last)s"
msgstr "حتى %(last)s"

#: templates/contracts/documents/contract.html
msgid "Both sides have signed in to the portal with their own accounts; their acceptances are kept with the contract."
msgstr "دخل الطرفان إلى البوابة كلٌّ بحسابه، وقبولهما محفوظ مع العقد."

#: templates/contracts/offer_check.html
msgid "Check before sending the offer"
msgstr "التحقق قبل إرسال العرض"

#: templates/contracts/offer_check.html
msgid "The wage is lower than the present one: it holds only if the subscriber accepts it before its month begins. Until then nothing changes."
msgstr "الأجر أقل من الحالي، ولا يسري إلا إذا قبله المشترك قبل بداية شهره. وحتى ذلك الحين لا يتغير شيء."

#: templates/contracts/offer_check.html templates/contracts/offer_detail.html
msgid "The subscriber is told and decides in his own account. Nothing holds before he has accepted."
msgstr "يُبلَّغ المشترك ويقرر من حسابه، ولا يسري شيء قبل قبوله."

#: templates/contracts/offer_check.html
msgid "The offer before is withdrawn at the same moment."
msgstr "يُسحب العرض السابق في اللحظة نفسها."

#: templates/contracts/offer_detail.html
msgid "the offer"
msgstr "العرض"

#: templates/contracts/offer_detail.html
#: templates/contracts/offer_withdraw.html
#: templates/registry/invitation_withdraw.html
#: templates/registry/member_list.html
msgid "Withdraw"
msgstr "سحب"

#: templates/contracts/offer_detail.html templates/portal/own_offer.html
msgid "What is offered"
msgstr "تفاصيل العرض"

#: templates/contracts/offer_detail.html templates/portal/own_offer.html
msgid "Present contract"
msgstr "العقد الحالي"

#: templates/contracts/offer_detail.html
msgid "The subscriber has been told and decides in his own account. Hours can be entered once he has accepted."
msgstr "أُبلغ المشترك ويقرر من حسابه. يمكن إدخال الساعات بعد قبوله."

#: templates/contracts/offer_detail.html templates/portal/own_offer.html
msgid "The offer became a contract:"
msgstr "أصبح العرض عقدًا:"

#: templates/contracts/offer_detail.html
msgid "Reason of the refusal"
msgstr "سبب الرفض"

#: templates/contracts/offer_detail.html templates/contracts/offer_form.html
msgid "Wanted change"
msgstr "التعديل المطلوب"

#: templates/contracts/offer_detail.html templates/portal/own_offer.html
msgid "A corrected offer took its place."
msgstr "حلّ محله عرض مصحح."

#: templates/contracts/offer_detail.html templates/portal/own_offer.html
msgid "Show that offer"
msgstr "الانتقال إلى العرض المصحح"

#: templates/contracts/offer_detail.html templates/portal/own_offer.html
msgid "This offer corrects an earlier one."
msgstr "هذا العرض تصحيح لعرض سابق."

#: templates/contracts/offer_detail.html templates/portal/own_offer.html
msgid "Show the earlier offer"
msgstr "الانتقال إلى العرض السابق"

#: templates/contracts/offer_detail.html templates/portal/own_offer.html
msgid "History of the offer"
msgstr "سجل العرض"

#: templates/contracts/offer_form.html
#, python-format
msgid "The new contract begins on %(day)s, the day after the present one ends. It lasts a year at most."
msgstr "يبدأ العقد الجديد في %(day)s، أي في اليوم التالي لنهاية الحالي، ومدته سنة على الأكثر."

#: templates/contracts/offer_form.html
#, python-format
msgid "The contract runs from %(first)s to %(last)s. It can be extended to twelve months from its first day; the wage stays."
msgstr "يسري العقد من %(first)s إلى %(last)s. يمكن تمديده إلى اثني عشر شهرًا من يومه الأول، ويبقى الأجر كما هو."

#: templates/contracts/offer_form.html
#, python-format
msgid "The wage today is %(wage)s an hour. A lower one needs the consent of the subscriber before its month begins."
msgstr "الأجر اليوم %(wage)s للساعة. الأجر الأقل يلزمه قبول المشترك قبل بداية شهره."

#: templates/contracts/offer_list.html
msgid "A contract is in force only once the subscriber has accepted its offer."
msgstr "لا يسري العقد إلا بعد قبول المشترك لعرضه."

#: templates/contracts/offer_withdraw.html
msgid "Check before withdrawing the offer"
msgstr "التحقق قبل سحب العرض"

#: templates/contracts/offer_withdraw.html
msgid "The subscriber can then no longer accept it. A new offer can be made at any time."
msgstr "لن يمكن للمشترك قبوله بعد ذلك، ويمكن تقديم عرض جديد في أي وقت."

#: templates/contracts/offer_withdraw.html
msgid "Withdraw the offer"
msgstr "سحب العرض"

#: templates/django_tables2/portal.html
msgid "Download XLSX"
msgstr "تنزيل XLSX"

#: templates/django_tables2/portal.html
msgid "No matches."
msgstr "لا توجد نتائج مطابقة."

#: templates/exchange/_changed_days.html
msgid "Before"
msgstr "قبل ذلك"

#: templates/exchange/_changed_days.html
msgid "In the file"
msgstr "في الملف"

#: templates/exchange/_changed_days.html templates/exchange/_offered.html
#: templates/exchange/_problems.html templates/exchange/_result.html
msgid "Rows of the file"
msgstr "صفوف الملف"

#: templates/exchange/_changed_days.html templates/exchange/_offered.html
#: templates/exchange/_problems.html
msgid "Row"
msgstr "الصف"

#: templates/exchange/_problems.html
msgid "Column"
msgstr "العمود"

#: templates/exchange/_problems.html templates/portal/subscriber_month.html
msgid "Value"
msgstr "القيمة"

#: templates/exchange/_recent.html
msgid "Result"
msgstr "النتيجة"

#: templates/exchange/_recent.html templates/exchange/upload_start.html
msgid "Recent files"
msgstr "الملفات الأخيرة"

#: templates/exchange/_recent.html
msgid "File"
msgstr "الملف"

#: templates/exchange/_result.html
#, python-format
msgid "Imported: %(count)s (%(at)s)"
msgstr "المستورد: %(count)s (%(at)s)"

#: templates/exchange/_result.html
msgid "Nothing was imported"
msgstr "لم يُستورد شيء"

#: templates/exchange/_result.html
#, python-format
msgid "Could not be imported any more: %(count)s. The rows below say why."
msgstr "تعذّر استيراد: %(count)s. السبب مذكور في الصفوف أدناه."

#: templates/exchange/_result.html
msgid "Nothing would change: the portal holds exactly these hours already."
msgstr "لن يتغير شيء: هذه الساعات نفسها مسجلة في البوابة."

#: templates/exchange/_result.html
msgid "A dry run: nothing has been written yet."
msgstr "تجربة فحص: لم يُحفظ شيء بعد."

#: templates/exchange/_result.html
#, python-format
msgid "This very file was imported before: %(at)s"
msgstr "استُورد هذا الملف نفسه من قبل: %(at)s"

#: templates/exchange/_result.html
msgid "What the file held"
msgstr "ما كان في الملف"

#: templates/exchange/_result.html
msgid "What the file holds"
msgstr "ما في الملف"

#: templates/exchange/_result.html
#, python-format
msgid "Rows read: %(rows)s, valid: %(valid)s, to correct: %(bad)s"
msgstr "الصفوف المقروءة: %(rows)s، الصالحة: %(valid)s، تحتاج إلى تصحيح: %(bad)s"

#: templates/exchange/_result.html
msgid "New days"
msgstr "أيام جديدة"

#: templates/exchange/_result.html
msgid "Changed days"
msgstr "أيام متغيّرة"

#: templates/exchange/_result.html
#, python-format
msgid "of which emptied: %(count)s"
msgstr "منها أُفرغت: %(count)s"

#: templates/exchange/_result.html
msgid "Days that stand so already"
msgstr "أيام مسجلة كما هي"

#: templates/exchange/_result.html templates/exchange/_template_contracts.html
msgid "Every valid row becomes an offer, which its person accepts or declines in the portal."
msgstr "يصبح كل صف صالح عرضًا يقبله صاحبه أو يرفضه في البوابة."

#: templates/exchange/_result.html
msgid "Columns that were not read:"
msgstr "أعمدة لم تُقرأ:"

#: templates/exchange/_result.html
msgid "Hijri dates were converted to the same days of the Gregorian calendar."
msgstr "حُوّلت التواريخ الهجرية إلى ما يوافقها من التقويم الميلادي."

#: templates/exchange/_result.html
msgid "The file has Hijri dates, such as:"
msgstr "في الملف تواريخ هجرية، مثل:"

#: templates/exchange/_result.html
msgid "Use the converted dates"
msgstr "استخدام التواريخ المحوّلة"

#: templates/exchange/_result.html
msgid "Import only the valid rows"
msgstr "استيراد الصفوف الصالحة فقط"

#: templates/exchange/_result.html
msgid "Import the rows"
msgstr "استيراد الصفوف"

#: templates/exchange/_result.html
msgid "Import nothing"
msgstr "عدم الاستيراد"

#: templates/exchange/_result.html
msgid "Download the file with an error column"
msgstr "تنزيل الملف مع عمود الأخطاء"

#: templates/exchange/_result.html
msgid "See the hours"
msgstr "عرض الساعات"

#: templates/exchange/_result.html
msgid "See the contracts"
msgstr "عرض العقود"

#: templates/exchange/_result.html
msgid "Import another file"
msgstr "استيراد ملف آخر"

#: templates/exchange/_result.html
msgid "The rows of this file are no longer kept."
msgstr "لم تعد صفوف هذا الملف محفوظة."

#: templates/exchange/_result.html
msgid "Problems"
msgstr "المشكلات"

#: templates/exchange/_result.html
msgid "Changes"
msgstr "التغييرات"

#: templates/exchange/_result.html
msgid "To correct"
msgstr "تحتاج إلى تصحيح"

#: templates/exchange/_result.html templates/invoices/_bill_changes.html
msgid "What changed"
msgstr "ما تغيّر"

#: templates/exchange/_result.html templates/timesheets/month_paste.html
msgid "What would change"
msgstr "التغييرات المتوقعة"

#: templates/exchange/_template_contracts.html
msgid "A workbook with the columns national ID, name, first day, last day and hourly wage."
msgstr "ملف Excel بأعمدة رقم الهوية والاسم وأول يوم وآخر يوم وأجر الساعة."

#: templates/exchange/_template_contracts.html
#: templates/exchange/_template_hours.html
msgid "Download the template"
msgstr "تنزيل القالب"

#: templates/exchange/_template_hours.html
#, python-format
msgid "A workbook with your people and the days of %(month)s; hours already entered are filled in."
msgstr "ملف Excel بأسماء المشتركين وأيام %(month)s، وفيه الساعات المدخلة حتى الآن."

#: templates/exchange/_template_hours.html
msgid "What other files may look like"
msgstr "أشكال أخرى مقبولة للملف"

#: templates/exchange/_template_hours.html
msgid "One row for each person and a column for each day, numbered or dated. An empty cell empties its day; a day without a column stays as it is."
msgstr "صف لكل شخص وعمود لكل يوم برقمه أو بتاريخه. الخلية الفارغة تُفرغ يومها، واليوم الذي لا عمود له يبقى كما هو."

#: templates/exchange/_template_hours.html
msgid "Or one row for each day, with the columns national ID, day and hours."
msgstr "أو صف لكل يوم، بأعمدة رقم الهوية واليوم والساعات."

#: templates/exchange/_template_hours.html
msgid "Columns may stand in any order and be named in Arabic or English. The contract number may stand for the national ID."
msgstr "يمكن ترتيب الأعمدة بأي ترتيب وتسميتها بالعربية أو الإنجليزية، ويمكن كتابة رقم العقد بدل رقم الهوية."

#: templates/exchange/_template_hours.html
msgid "Hours are written as in the grid: 7.5 or 7:30, in any digits."
msgstr "تُكتب الساعات كما في الجدول: 7.5 أو 7:30، بأي أرقام."

#: templates/exchange/_upload.html
msgid "The file is being checked"
msgstr "الملف قيد الفحص"

#: templates/exchange/_upload.html
msgid "The rows are being imported"
msgstr "الصفوف قيد الاستيراد"

#: templates/exchange/_upload.html
msgid "The page may be closed: a notice follows when it is done, and this address shows the result at any time."
msgstr "يمكن إغلاق الصفحة: سيصل إشعار عند الاكتمال، والنتيجة متاحة على هذا العنوان في أي وقت."

#: templates/exchange/_upload.html
#, python-format
msgid "Imported before that: %(count)s"
msgstr "المستورد قبل ذلك: %(count)s"

#: templates/exchange/_upload.html
msgid "Nothing of this file was imported, and its content is deleted."
msgstr "لم يُستورد شيء من هذا الملف، وحُذف محتواه."

#: templates/exchange/upload_detail.html
#, python-format
msgid "File %(file)s"
msgstr "الملف ⁨%(file)s⁩"

#: templates/exchange/upload_detail.html
msgid "uploaded by"
msgstr "رفعه"

#: templates/exchange/upload_start.html
#, python-format
msgid "Import the hours of %(month)s"
msgstr "استيراد ساعات %(month)s"

#: templates/exchange/upload_start.html
msgid "Import contracts"
msgstr "استيراد العقود"

#: templates/exchange/upload_start.html
msgid "The file is checked first: you see what would be new or changed and what is wrong in which row. Nothing is written before you decide so."
msgstr "يُفحص الملف أولًا، فيظهر ما هو جديد أو متغيّر وما يحتاج إلى تصحيح في كل صف. ولا يُحفظ شيء قبل اختيار ذلك."

#: templates/exchange/upload_start.html
msgid "File with hours"
msgstr "ملف الساعات"

#: templates/exchange/upload_start.html
msgid "File with contracts"
msgstr "ملف العقود"

#: templates/exchange/upload_start.html
#, python-format
msgid "Excel (.xlsx) or CSV, at most %(size)s MB and %(rows)s rows"
msgstr "ملف Excel (.xlsx) أو CSV، بحد أقصى %(size)s ميغابايت و%(rows)s صف"

#: templates/exchange/upload_start.html
msgid "Check the file"
msgstr "فحص الملف"

#: templates/exchange/upload_start.html
msgid "The template"
msgstr "القالب"

#: templates/exchange/upload_start.html
msgid "No file has been imported yet."
msgstr "لم يُستورد أي ملف بعد."

#: templates/invoices/_bill_changes.html
#, python-format
msgid "Changed since %(at)s"
msgstr "ما تغيّر منذ %(at)s"

#: templates/invoices/_bill_changes.html
msgid "The bill is kept every night. From tomorrow on this place says what changed since, and why."
msgstr "تُحفظ الفاتورة كل ليلة. ومن الغد يوضح هذا الموضع ما تغيّر وسببه."

#: templates/invoices/_bill_changes.html
#, python-format
msgid "Nothing. The bill is %(amount)s, as it was."
msgstr "لا شيء. الفاتورة %(amount)s كما كانت."

#: templates/invoices/_bill_changes.html
#, python-format
msgid "From %(before)s to %(after)s: %(difference)s"
msgstr "من %(before)s إلى %(after)s: %(difference)s"

#: templates/invoices/_bill_changes.html templates/invoices/_run_report.html
#: templates/timesheets/month_attest.html
msgid "Difference"
msgstr "الفرق"

#: templates/invoices/_bill_changes.html
msgid "Why"
msgstr "السبب"

#: templates/invoices/_bill_changes.html
msgid "What changed, by subscriber"
msgstr "ما تغيّر لكل مشترك"

#: templates/invoices/_bill_changes.html
#, python-format
msgid "The 50 largest of %(lines)s changes."
msgstr "أكبر 50 تغيّرًا من %(lines)s."

#: templates/invoices/_bill_lines.html
#: templates/invoices/documents/invoice.html
msgid "Details by subscriber"
msgstr "التفصيل حسب المشترك"

#: templates/invoices/_bill_lines.html templates/invoices/_bill_sums.html
msgid "Amounts in Saudi riyals"
msgstr "المبالغ بالريال السعودي"

#: templates/invoices/_bill_lines.html
msgid "How was this worked out?"
msgstr "كيف حُسب هذا المبلغ؟"

#: templates/invoices/_bill_lines.html
#, python-format
msgid "Contributions of %(month)s"
msgstr "اشتراكات %(month)s"

#: templates/invoices/_bill_sums.html templates/invoices/documents/invoice.html
msgid "Sums by branch"
msgstr "المجموع حسب الفرع"

#: templates/invoices/_bill_sums.html
#, python-format
msgid "%(branch)s, employer"
msgstr "%(branch)s، حصة صاحب العمل"

#: templates/invoices/_bill_sums.html
#, python-format
msgid "%(branch)s, subscribers"
msgstr "%(branch)s، حصة المشتركين"

#: templates/invoices/_bill_sums.html
msgid "Bill so far"
msgstr "الفاتورة حتى الآن"

#: templates/invoices/_bill_sums.html
msgid "Invoice total"
msgstr "إجمالي الفاتورة"

#: templates/invoices/_bill_sums.html
#, python-format
msgid "Where the hourly wage is under %(floor)s, contributions are taken on that floor."
msgstr "إذا قل أجر الساعة عن %(floor)s احتُسبت الاشتراكات على هذا الحد الأدنى."

#: templates/invoices/_bill_sums.html
msgid "The employer pays both shares and may deduct the subscriber's share when paying the wage."
msgstr "يدفع صاحب العمل الحصتين، وله حسم حصة المشترك عند دفع الأجر."

#: templates/invoices/_run.html
msgid "Under way"
msgstr "قيد التنفيذ"

#: templates/invoices/_run.html
msgid "Stages of the run"
msgstr "مراحل الدورة"

#: templates/invoices/_run.html
msgid "Waiting for a worker"
msgstr "بانتظار بدء المعالجة"

#: templates/invoices/_run.html
msgid "The page may be left; the run goes on, and this address shows it at any time."
msgstr "يمكن مغادرة الصفحة؛ تستمر الدورة، ويعرضها هذا العنوان في أي وقت."

#: templates/invoices/_run_report.html
msgid "A dry run: nothing was closed, nothing was issued."
msgstr "تشغيل تجريبي: لم يُقفل شهر ولم تصدر فاتورة."

#: templates/invoices/_run_report.html
#, python-format
msgid "Finished: %(at)s"
msgstr "اكتملت: %(at)s"

#: templates/invoices/_run_report.html
msgid "Every establishment has its outcome"
msgstr "لكل منشأة نتيجتها"

#: templates/invoices/_run_report.html
#, python-format
msgid "%(invoices)s billed + %(nil)s with nothing to bill + %(parked)s parked = %(all)s establishments with contracts"
msgstr "%(invoices)s مفوترة + %(nil)s لا شيء لفوترته + %(parked)s معلَّقة = %(all)s منشأة لديها عقود"

#: templates/invoices/_run_report.html templates/invoices/run_start.html
msgid "Run again"
msgstr "إعادة التشغيل"

#: templates/invoices/_run_report.html
msgid "Figures"
msgstr "الأرقام"

#: templates/invoices/_run_report.html
msgid "This month"
msgstr "هذا الشهر"

#: templates/invoices/_run_report.html
msgid "The month before"
msgstr "الشهر السابق"

#: templates/invoices/_run_report.html templates/portal/_contract_month.html
msgid "Amounts in riyals"
msgstr "المبالغ بالريال"

#: templates/invoices/bill_none.html
#, python-format
msgid "No invoice for %(month)s"
msgstr "لا فاتورة عن %(month)s"

#: templates/invoices/bill_none.html
msgid "The month is closed, and the invoice is held back until staff have settled a question about it. Nothing has to be done."
msgstr "أُقفل الشهر، وأُرجئت الفاتورة حتى يعالج الموظفون مسألة تخصها. ولا يلزم أي إجراء."

#: templates/invoices/bill_none.html
msgid "The month is closed, and there was nothing to bill in it."
msgstr "أُقفل الشهر، ولم يكن فيه ما يُفوتر."

#: templates/invoices/bill_preview.html
#, python-format
msgid "Bill preview for %(month)s"
msgstr "معاينة فاتورة %(month)s"

#: templates/invoices/bill_preview.html
msgid "Preview"
msgstr "معاينة"

#: templates/invoices/bill_preview.html
#, python-format
msgid "<bdi>%(name)s</bdi>, unified number %(unified_number)s"
msgstr "<bdi>%(name)s</bdi>، الرقم الوطني الموحد %(unified_number)s"

#: templates/invoices/bill_preview.html
msgid "If the month closed now"
msgstr "لو أُقفل الشهر الآن"

#: templates/invoices/bill_preview.html
#, python-format
msgid "The invoice is issued automatically on %(date)s."
msgstr "تصدر الفاتورة آليًّا في %(date)s."

#: templates/invoices/bill_preview.html
#, python-format
msgid "It is due on %(date)s."
msgstr "وتستحق في %(date)s."

#: templates/invoices/bill_preview.html templates/portal/_employers.html
#: templates/timesheets/month_attested.html
msgid "Hours of the month"
msgstr "ساعات الشهر"

#: templates/invoices/bill_preview.html
msgid "No contribution day is complete yet, so there is nothing to bill."
msgstr "لم يكتمل أي يوم اشتراك بعد، فلا يوجد ما يُفوتر."

#: templates/invoices/document_detail.html
#: templates/invoices/documents/invoice.html
#, python-format
msgid "Invoice %(number)s"
msgstr "الفاتورة %(number)s"

#: templates/invoices/documents/invoice.html
msgid "Contributions invoice"
msgstr "فاتورة اشتراكات"

#: templates/invoices/documents/invoice.html
msgid "Issued on"
msgstr "تاريخ الإصدار"

#: templates/invoices/documents/invoice.html
msgid "Month of work"
msgstr "شهر العمل"

#: templates/invoices/documents/invoice.html
#: templates/invoices/invoice_detail.html
msgid "Amount due"
msgstr "المبلغ المستحق"

#: templates/invoices/documents/invoice.html
#, python-format
msgid "Only %(words)s"
msgstr "فقط %(words)s لا غير"

#: templates/invoices/documents/invoice.html
msgid "Branch"
msgstr "الفرع"

#: templates/invoices/documents/invoice.html
msgid "Under each line: the masked ID, the contract, and how the amounts were computed."
msgstr "تحت كل سطر: رقم الهوية محجوبًا جزئيًّا، والعقد، وكيفية احتساب المبالغ."

#: templates/invoices/documents/invoice.html
msgid "The masked ID stands beside the name. How the amounts were computed stands on the invoice's page in the portal, line by line."
msgstr "رقم الهوية محجوب جزئيًّا بجانب الاسم. أما كيفية احتساب المبالغ ففي صفحة الفاتورة في البوابة سطرًا سطرًا."

#: templates/invoices/documents/invoice.html
#, python-format
msgid "Total of %(subscribers)s"
msgstr "مجموع %(subscribers)s"

#: templates/invoices/documents/invoice.html
#, python-format
msgid "An hourly wage under %(floor)s is allowed; contributions are then taken on that floor."
msgstr "يجوز أن يقل أجر الساعة عن %(floor)s، وتُحتسب الاشتراكات عندئذ على هذا الحد الأدنى."

#: templates/invoices/documents/invoice.html
msgid "The employer pays both shares and may deduct the subscriber's share when paying the wage (Social Insurance Law M/273, art. 9)."
msgstr "يدفع صاحب العمل الحصتين، وله حسم حصة المشترك عند دفع الأجر (المادة 9 من نظام التأمينات الاجتماعية م/273)."

#: templates/invoices/documents/invoice.html
msgid "Contributions are due in the first 15 days of the month after the month of work (Implementing Regulation, art. 24)."
msgstr "تستحق الاشتراكات خلال الأيام الخمسة عشر الأولى من الشهر التالي لشهر العمل (المادة 24 من اللائحة التنفيذية)."

#: templates/invoices/invoice_detail.html
#, python-format
msgid "Invoice number %(number)s, <bdi>%(name)s</bdi>, unified number %(unified_number)s"
msgstr "رقم الفاتورة %(number)s، <bdi>%(name)s</bdi>، الرقم الوطني الموحد %(unified_number)s"

#: templates/invoices/invoice_detail.html
msgid "Last day for payment"
msgstr "آخر موعد للسداد"

#: templates/invoices/invoice_detail.html templates/portal/employer_home.html
#: templates/timesheets/_head.html
#, python-format
msgid "%(days)s left"
msgstr "يتبقى %(days)s"

#: templates/invoices/invoice_detail.html
msgid "That is today."
msgstr "وهو اليوم."

#: templates/invoices/invoice_detail.html
msgid "Lines as XLSX"
msgstr "البنود بصيغة XLSX"

#: templates/invoices/invoice_detail.html
#: templates/mfa/recovery_codes/index.html
msgid "Print"
msgstr "طباعة"

#: templates/invoices/invoice_detail.html
#, python-format
msgid "The invoice equals the last preview, of %(at)s, line by line."
msgstr "الفاتورة مطابقة لآخر معاينة في %(at)s بندًا بندًا."

#: templates/invoices/invoice_detail.html
msgid "History of the invoice"
msgstr "سجل الفاتورة"

#: templates/invoices/invoice_list.html templates/portal/employer_home.html
#, python-format
msgid "Coming bill for %(month)s"
msgstr "معاينة فاتورة %(month)s"

#: templates/invoices/run_detail.html
#, python-format
msgid "Billing run of %(month)s"
msgstr "دورة فوترة %(month)s"

#: templates/invoices/run_list.html
msgid "Months close in order. A run closes the month, computes the days and issues the invoices; run again, it changes nothing that is settled."
msgstr "تُقفل الأشهر بالترتيب. تُقفل الدورة الشهر وتحتسب الأيام وتصدر الفواتير، وإعادتها لا تغيّر ما حُسم."

#: templates/invoices/run_list.html
#, python-format
msgid "A run of %(month)s is under way."
msgstr "توجد دورة لشهر %(month)s قيد التنفيذ."

#: templates/invoices/run_list.html
msgid "Watch the run"
msgstr "متابعة الدورة"

#: templates/invoices/run_list.html
msgid "The month that comes next"
msgstr "الشهر التالي للإقفال"

#: templates/invoices/run_list.html
msgid "Entry until"
msgstr "آخر موعد للإدخال"

#: templates/invoices/run_list.html
msgid "Closes by itself on"
msgstr "يُقفل آليًّا في"

#: templates/invoices/run_list.html
#, python-format
msgid "%(month)s is not over yet. A dry run shows how it stands."
msgstr "لم ينتهِ شهر %(month)s بعد. يعرض التشغيل التجريبي وضعه الحالي."

#: templates/invoices/run_list.html templates/invoices/run_start.html
msgid "Close and bill the month"
msgstr "إقفال الشهر وفوترته"

#: templates/invoices/run_list.html
msgid "No hours are entered yet, so no month waits to be closed."
msgstr "لم تُدخل ساعات بعد، فلا يوجد شهر بانتظار الإقفال."

#: templates/invoices/run_list.html
msgid "Closed months"
msgstr "الأشهر المقفلة"

#: templates/invoices/run_list.html
msgid "Establishments"
msgstr "المنشآت"

#: templates/invoices/run_list.html
msgid "Closed at"
msgstr "تاريخ الإقفال"

#: templates/invoices/run_list.html
msgid "All runs"
msgstr "كل الدورات"

#: templates/invoices/run_start.html
#, python-format
msgid "Close and bill %(month)s"
msgstr "إقفال %(month)s وفوترته"

#: templates/invoices/run_start.html
#, python-format
msgid "Run %(month)s again"
msgstr "إعادة تشغيل %(month)s"

#: templates/invoices/run_start.html
msgid "What will happen"
msgstr "ما الذي سيحدث"

#: templates/invoices/run_start.html
#, python-format
msgid "%(n)s establishment of this closed month has no invoice yet; it is tried again. What is settled stays as it is."
msgid_plural "%(n)s establishments of this closed month have no invoice yet; they are tried again. What is settled stays as it is."
msgstr[0] "لا توجد منشآت بلا نتيجة في هذا الشهر المقفل. ما حُسم يبقى كما هو."
msgstr[1] "منشأة واحدة من هذا الشهر المقفل لم تصدر فاتورتها بعد، وتُعاد محاولتها. ما حُسم يبقى كما هو."
msgstr[2] "منشأتان من هذا الشهر المقفل لم تصدر فاتورتاهما بعد، وتُعاد محاولتهما. ما حُسم يبقى كما هو."
msgstr[3] "%(n)s منشآت من هذا الشهر المقفل لم تصدر فواتيرها بعد، وتُعاد محاولتها. ما حُسم يبقى كما هو."
msgstr[4] "%(n)s منشأة من هذا الشهر المقفل لم تصدر فواتيرها بعد، وتُعاد محاولتها. ما حُسم يبقى كما هو."
msgstr[5] "%(n)s منشأة من هذا الشهر المقفل لم تصدر فواتيرها بعد، وتُعاد محاولتها. ما حُسم يبقى كما هو."

#: templates/invoices/run_start.html
msgid "Not attested by the employer"
msgstr "لم يُقرّها صاحب العمل"

#: templates/invoices/run_start.html
msgid "Issue date"
msgstr "تاريخ الإصدار"

#: templates/invoices/run_start.html
msgid "Due date"
msgstr "تاريخ الاستحقاق"

#: templates/invoices/run_start.html
#, python-format
msgid "%(month)s is closed for good: hours can no longer be entered or changed, open months are attested by the portal, and invoices are issued with numbers of their own. This cannot be taken back; later changes are corrections."
msgstr "يُقفل شهر %(month)s نهائيًّا: لا تُدخل ساعاته ولا تُعدّل بعد ذلك، وتُقر البوابة ما لم يُقر، وتصدر الفواتير بأرقامها. لا يمكن التراجع عن ذلك، وكل تغيير لاحق تصحيح."

#: templates/invoices/run_start.html
#, python-format
msgid "The month would close by itself on %(date)s; employers may still enter hours until then."
msgstr "يُقفل الشهر آليًّا في %(date)s، ويمكن لأصحاب العمل إدخال الساعات حتى ذلك الحين."

#: templates/layouts/_header.html
msgid "Switch establishment"
msgstr "تبديل المنشأة"

#: templates/layouts/_header.html
msgid "Menu"
msgstr "القائمة"

#: templates/layouts/_problem.html templates/registry/invitation_other.html
#: templates/registry/registered.html
msgid "Go to the home page"
msgstr "الانتقال إلى الصفحة الرئيسية"

#: templates/layouts/_session.html
msgid "Still there?"
msgstr "الجلسة على وشك الانتهاء"

#: templates/layouts/document.html
msgctxt "page"
msgid "of"
msgstr "من"

#: templates/layouts/portal.html
msgid "Breadcrumb"
msgstr "مسار الصفحة"

#: templates/mfa/_factors.html
msgid "The app shows a new code every half minute."
msgstr "يعرض التطبيق رمزًا جديدًا كل نصف دقيقة."

#: templates/mfa/_factors.html
msgid "In use"
msgstr "مستخدم"

#: templates/mfa/_factors.html templates/mfa/webauthn/authenticator_list.html
msgid "Remove"
msgstr "إزالة"

#: templates/mfa/_factors.html templates/mfa/totp/activate_form.html
msgid "Set up the app"
msgstr "إعداد التطبيق"

#: templates/mfa/_factors.html
msgid "A finger, a face or a PIN on a telephone, a computer or a security key; enough to sign in with."
msgstr "بصمة أو وجه أو رقم سري على الجوال أو الحاسب أو مفتاح الأمان، ويكفي وحده لتسجيل الدخول."

#: templates/mfa/_factors.html
msgid "View passkeys"
msgstr "عرض مفاتيح المرور"

#: templates/mfa/_factors.html templates/mfa/webauthn/add_form.html
#: templates/mfa/webauthn/authenticator_list.html
msgid "Add a passkey"
msgstr "إضافة مفتاح مرور"

#: templates/mfa/_factors.html
#, python-format
msgid "For the day the app or the passkey is lost. Codes left: %(left)s"
msgstr "تُستخدم عند فقد التطبيق أو مفتاح المرور. الرموز المتبقية: %(left)s"

#: templates/mfa/_factors.html templates/mfa/recovery_codes/index.html
msgid "Show the codes"
msgstr "عرض الرموز"

#: templates/mfa/_factors.html templates/mfa/recovery_codes/generate.html
#: templates/mfa/recovery_codes/index.html
msgid "New recovery codes"
msgstr "رموز استرداد جديدة"

#: templates/mfa/authenticate.html
msgid "Confirm the sign-in"
msgstr "تأكيد تسجيل الدخول"

#: templates/mfa/authenticate.html templates/mfa/webauthn/reauthenticate.html
msgid "Use a passkey"
msgstr "استخدام مفتاح مرور"

#: templates/mfa/email/factors_removed_message.txt
#: templates/mfa/email/factors_removed_subject.txt
msgid "The second factors are removed"
msgstr "أُزيل العامل الثاني"

#: templates/mfa/email/recovery_codes_generated_message.txt
#: templates/mfa/email/recovery_codes_generated_subject.txt
msgid "New recovery codes are made"
msgstr "صدرت رموز استرداد جديدة"

#: templates/mfa/email/totp_activated_message.txt
#: templates/mfa/email/totp_activated_subject.txt
#: templates/mfa/messages/totp_activated.txt
msgid "The authenticator app is set up"
msgstr "أُعدّ تطبيق المصادقة"

#: templates/mfa/email/totp_deactivated_message.txt
#: templates/mfa/email/totp_deactivated_subject.txt
#: templates/mfa/messages/totp_deactivated.txt
msgid "The authenticator app is removed"
msgstr "أُزيل تطبيق المصادقة"

#: templates/mfa/email/webauthn_added_message.txt
#: templates/mfa/email/webauthn_added_subject.txt
#: templates/mfa/messages/webauthn_added.txt
msgid "The passkey is added"
msgstr "أُضيف مفتاح المرور"

#: templates/mfa/email/webauthn_removed_message.txt
#: templates/mfa/email/webauthn_removed_subject.txt
#: templates/mfa/messages/webauthn_removed.txt
msgid "The passkey is removed"
msgstr "أُزيل مفتاح المرور"

#: templates/mfa/index.html templates/portal/subscriber_home.html
msgid "Set up a second factor"
msgstr "إعداد عامل ثانٍ لتسجيل الدخول"

#: templates/mfa/index.html
msgid "Owners, supervisors and staff sign in with more than a password, because they act for others. It takes two minutes, once; then work goes on."
msgstr "يسجّل الملاك والمشرفون والموظفون الدخول بأكثر من كلمة المرور، لأنهم يعملون نيابةً عن غيرهم. يستغرق الإعداد دقيقتين ولمرة واحدة، ثم يُتابَع العمل."

#: templates/mfa/index.html
msgid "Ways to prove it"
msgstr "وسائل التحقق"

#: templates/mfa/index.html
msgid "Choose one of these"
msgstr "يُختار أحد الخيارين"

#: templates/mfa/reauthenticate.html
msgid "Confirm with a code"
msgstr "التأكيد برمز"

#: templates/mfa/recovery_codes/generate.html
msgid "Ten new codes are made. The ones made before no longer work."
msgstr "تصدر عشرة رموز جديدة، وتتوقف الرموز السابقة عن العمل."

#: templates/mfa/recovery_codes/generate.html
msgid "Make new codes"
msgstr "إصدار رموز جديدة"

#: templates/mfa/recovery_codes/index.html
msgid "Each code signs in once, in place of the app or the passkey. They belong on paper or into a password safe, not beside the telephone."
msgstr "يُستخدم كل رمز مرة واحدة بدل التطبيق أو مفتاح المرور. ويُحفظ على ورق أو في خزنة كلمات المرور، لا مع الجوال."

#: templates/mfa/recovery_codes/index.html
msgid "They are shown this once. Whoever loses them can have new ones made."
msgstr "تُعرض هذه المرة فقط. ومن يفقدها يمكنه إصدار رموز جديدة."

#: templates/mfa/recovery_codes/index.html
msgid "Download the codes"
msgstr "تنزيل الرموز"

#: templates/mfa/recovery_codes/index.html
msgid "The codes are kept safe, go on"
msgstr "حُفظت الرموز، متابعة"

#: templates/mfa/recovery_codes/index.html
#, python-format
msgid "Codes left: %(left)s. They were shown once and are not shown again."
msgstr "الرموز المتبقية: %(left)s. عُرضت مرة واحدة ولا تُعرض مجددًا."

#: templates/mfa/totp/activate_form.html
msgid "Open an authenticator app on the telephone and let it read this picture."
msgstr "يُفتح تطبيق المصادقة على الجوال ويُمسح به هذا الرمز المصوَّر."

#: templates/mfa/totp/activate_form.html
msgid "QR code that holds the key below"
msgstr "رمز مصوَّر يحمل المفتاح المكتوب أدناه"

#: templates/mfa/totp/activate_form.html
msgid "Where no picture can be read, the key is typed in:"
msgstr "وإذا تعذّر المسح يُكتب المفتاح في التطبيق:"

#: templates/mfa/totp/activate_form.html
msgid "Type the code that the app shows."
msgstr "يُكتب الرمز الذي يعرضه التطبيق."

#: templates/mfa/totp/deactivate_form.html
msgid "Remove the authenticator app"
msgstr "إزالة تطبيق المصادقة"

#: templates/mfa/totp/deactivate_form.html
msgid "Its codes no longer work. With no other second factor left, the recovery codes go too."
msgstr "تتوقف رموزه عن العمل. وإذا لم يبقَ عامل ثانٍ آخر أُزيلت رموز الاسترداد أيضًا."

#: templates/mfa/totp/deactivate_form.html
msgid "Remove the app"
msgstr "إزالة التطبيق"

#: templates/mfa/webauthn/_failed.html
msgid "The browser gave no passkey: it was cancelled, took too long, or none is possible here."
msgstr "لم يقدّم المتصفح مفتاح مرور: أُلغيت العملية أو انتهت مهلتها، أو لا يمكن استخدام مفتاح مرور هنا."

#: templates/mfa/webauthn/add_form.html
msgid "Passkeys need JavaScript. The authenticator app works without it."
msgstr "تحتاج مفاتيح المرور إلى جافاسكربت، ويعمل تطبيق المصادقة من دونها."

#: templates/mfa/webauthn/add_form.html
msgid "Add the passkey"
msgstr "إضافة المفتاح"

#: templates/mfa/webauthn/authenticator_confirm_delete.html
msgid "Remove the passkey"
msgstr "إزالة مفتاح المرور"

#: templates/mfa/webauthn/authenticator_confirm_delete.html
#, python-format
msgid "“%(name)s” no longer signs in. With no other second factor left, the recovery codes go too."
msgstr "لن يُقبل «%(name)s» لتسجيل الدخول. وإذا لم يبقَ عامل ثانٍ آخر أُزيلت رموز الاسترداد أيضًا."

#: templates/mfa/webauthn/authenticator_list.html
#, python-format
msgid "Added %(at)s"
msgstr "أُضيف في %(at)s"

#: templates/mfa/webauthn/authenticator_list.html
#, python-format
msgid "last used %(at)s"
msgstr "آخر استخدام %(at)s"

#: templates/mfa/webauthn/authenticator_list.html
msgid "Rename"
msgstr "إعادة تسمية"

#: templates/mfa/webauthn/authenticator_list.html
msgid "No passkey yet."
msgstr "لا يوجد مفتاح مرور بعد."

#: templates/mfa/webauthn/edit_form.html
msgid "Rename the passkey"
msgstr "إعادة تسمية مفتاح المرور"

#: templates/mfa/webauthn/reauthenticate.html
msgid "Confirm with a passkey"
msgstr "التأكيد بمفتاح مرور"

#: templates/portal/_calendar.html
msgid "Calendar of hours"
msgstr "تقويم الساعات"

#: templates/portal/_calendar.html
msgid "up to 4 hours"
msgstr "حتى 4 ساعات"

#: templates/portal/_calendar.html
msgid "more than 4"
msgstr "أكثر من 4"

#: templates/portal/_calendar.html
msgid "6 hours and more"
msgstr "6 ساعات فأكثر"

#: templates/portal/_calendar.html templates/portal/_state.html
msgid "Awaiting the employer"
msgstr "بانتظار إقرار صاحب العمل"

#: templates/portal/_calendar.html
msgid "Attested, not yet billed"
msgstr "معتمد ولم يُفوتر بعد"

#: templates/portal/_calendar.html
msgid "Show as a table"
msgstr "عرض كجدول"

#: templates/portal/_calendar.html
#, python-format
msgid "%(span)s, %(hours)s"
msgstr "%(span)s، %(hours)s"

#: templates/portal/_contract_month.html
#: templates/timesheets/documents/declaration.html
msgid "Contract"
msgstr "العقد"

#: templates/portal/_contract_month.html templates/portal/subscriber_month.html
msgid "Days as of now"
msgstr "الأيام حتى الآن"

#: templates/portal/_contract_month.html templates/portal/_standing.html
msgid "Why this number?"
msgstr "لماذا هذا الرقم؟"

#: templates/portal/_contract_month.html
#, python-format
msgid "Days worked: %(days)s"
msgstr "أيام العمل: %(days)s"

#: templates/portal/_contract_month.html
msgid "Hijri date"
msgstr "التاريخ الهجري"

#: templates/portal/_contract_month.html
msgid "Note"
msgstr "ملاحظة"

#: templates/portal/_contract_month.html
msgid "A day awaits the employer until the month is attested, and is registered once it is billed."
msgstr "ينتظر اليوم صاحب العمل حتى يُعتمد الشهر، ويُسجَّل بعد فوترته."

#: templates/portal/_employers.html
msgid "Days of the month"
msgstr "أيام الشهر"

#: templates/portal/_employers.html
msgid "Registered since the contract began"
msgstr "المسجَّل منذ بداية العقد"

#: templates/portal/_employers.html
msgid "State of the month"
msgstr "حالة الشهر"

#: templates/portal/_employers.html
msgid "No hours have been entered yet."
msgstr "لم تُدخل ساعات بعد."

#: templates/portal/_offers.html
msgid "Offers for your answer"
msgstr "عروض بانتظار ردك"

#: templates/portal/_offers.html
#, python-format
msgid "answer until %(last)s"
msgstr "الرد حتى %(last)s"

#: templates/portal/_offers.html templates/portal/own_contract.html
msgid "Read and answer"
msgstr "الاطلاع والرد"

#: templates/portal/_outlook.html
msgid "When will the next month complete?"
msgstr "متى يكتمل الشهر القادم؟"

#: templates/portal/_outlook.html
msgid "Work out"
msgstr "حساب"

#: templates/portal/_outlook.html
msgid "The hours entered are enough"
msgstr "الساعات المدخلة كافية"

#: templates/portal/_outlook.html
#, python-format
msgid "Contribution month %(month)s is complete once they are registered."
msgstr "يكتمل شهر الاشتراك %(month)s عند تسجيلها."

#: templates/portal/_outlook.html
#, python-format
msgid "About %(date)s"
msgstr "نحو %(date)s"

#: templates/portal/_outlook.html
#, python-format
msgid "at %(hours)s a week. An estimate, for information only."
msgstr "بمعدل %(hours)s أسبوعيًّا. تقدير للاطلاع فقط."

#: templates/portal/_outlook.html
msgid "Not within ten years at this pace"
msgstr "لا يكتمل خلال عشر سنوات بهذا المعدل"

#: templates/portal/_outlook.html
msgid "A few more hours a week bring the next month much closer."
msgstr "ساعات قليلة إضافية في الأسبوع تقرّب الشهر القادم كثيرًا."

#: templates/portal/_outlook.html
msgid "Without hours no month completes"
msgstr "لا يكتمل شهر دون ساعات عمل"

#: templates/portal/_outlook.html
msgid "Enter the hours you expect to work in a week."
msgstr "تُكتب ساعات العمل المتوقعة في الأسبوع."

#: templates/portal/_outlook.html
#, python-format
msgid "At most %(limit)s a month can be registered with one employer; the estimate keeps to that."
msgstr "لا يُسجَّل أكثر من %(limit)s في الشهر لدى صاحب عمل واحد، والتقدير ملتزم بذلك."

#: templates/portal/_parked.html
#, python-format
msgid "The days of %(month)s could not be computed yet. They are being looked into and will be added."
msgstr "لم يمكن احتساب أيام %(month)s بعد. يجري النظر فيها وستضاف."

#: templates/portal/_rights.html
msgid "You may accept or refuse any call to work, without penalty (Labour Regulation 27/2/11)."
msgstr "لك قبول أي طلب للعمل أو رفضه دون جزاء (لائحة نظام العمل 27/2/11)."

#: templates/portal/_rights.html
msgid "You are paid for the hours you work. Every 8 hours are a contribution day, and 30 days a contribution month."
msgstr "أجرك عن الساعات التي تعملها. كل 8 ساعات يوم اشتراك، وكل 30 يومًا شهر اشتراك."

#: templates/portal/_rights.html
msgid "You are insured for annuities and occupational hazards. Your share of the contributions is taken from the wage."
msgstr "يشملك فرعا المعاشات والأخطار المهنية، وتُستقطع حصتك من الاشتراكات من الأجر."

#: templates/portal/_rights.html
msgid "There is no paid leave, no end-of-service gratuity, and no probation."
msgstr "لا إجازات مدفوعة ولا مكافأة نهاية خدمة ولا فترة تجربة."

#: templates/portal/_rights.html
msgid "The term is a year at most; nothing goes on after it without your consent (Labour Regulation 27/2/12)."
msgstr "مدة العقد سنة على الأكثر، ولا يستمر بعدها إلا بموافقتك (لائحة نظام العمل 27/2/12)."

#: templates/portal/_standing.html
#, python-format
msgid "of %(n)s day"
msgid_plural "of %(n)s days"
msgstr[0] "من %(n)s يوم"
msgstr[1] "من %(n)s يوم"
msgstr[2] "من %(n)s يوم"
msgstr[3] "من %(n)s أيام"
msgstr[4] "من %(n)s يومًا"
msgstr[5] "من %(n)s يوم"

#: templates/portal/_standing.html
#, python-format
msgid "%(days)s left to complete contribution month %(month)s"
msgstr "يتبقى %(days)s لاكتمال شهر الاشتراك %(month)s"

#: templates/portal/_standing.html
#, python-format
msgid "%(n)s more day awaits the employer."
msgid_plural "%(n)s more days await the employer."
msgstr[0] "لا أيام أخرى بانتظار إقرار صاحب العمل."
msgstr[1] "ويوجد يوم آخر بانتظار إقرار صاحب العمل."
msgstr[2] "ويوجد يومان آخران بانتظار إقرار صاحب العمل."
msgstr[3] "وتوجد %(n)s أيام أخرى بانتظار إقرار صاحب العمل."
msgstr[4] "ويوجد %(n)s يومًا آخر بانتظار إقرار صاحب العمل."
msgstr[5] "ويوجد %(n)s يوم آخر بانتظار إقرار صاحب العمل."

#: templates/portal/_standing.html
#, python-format
msgid "%(n)s more day is attested."
msgid_plural "%(n)s more days are attested."
msgstr[0] "لا أيام أخرى معتمدة."
msgstr[1] "ويوجد يوم آخر معتمد."
msgstr[2] "ويوجد يومان آخران معتمدان."
msgstr[3] "وتوجد %(n)s أيام أخرى معتمدة."
msgstr[4] "ويوجد %(n)s يومًا آخر معتمدًا."
msgstr[5] "ويوجد %(n)s يوم آخر معتمد."

#: templates/portal/_standing.html
#, python-format
msgid "They complete the month; days are registered when the calendar month is billed, from %(date)s on."
msgstr "وبها يكتمل الشهر. تُسجَّل الأيام عند فوترة الشهر الميلادي ابتداءً من %(date)s."

#: templates/portal/_standing.html
#, python-format
msgid "Days are registered when the calendar month is billed, from %(date)s on."
msgstr "تُسجَّل الأيام عند فوترة الشهر الميلادي ابتداءً من %(date)s."

#: templates/portal/_standing.html
msgid "No day is registered yet. The first is registered after the employer has attested the hours and the month is billed."
msgstr "لم يُسجَّل أي يوم بعد. يُسجَّل أول يوم بعد إقرار صاحب العمل بالساعات وفوترة الشهر."

#: templates/portal/_standing.html
#, python-format
msgid "Hours of %(month)s and the rules in force"
msgstr "ساعات %(month)s والقواعد السارية"

#: templates/portal/_standing.html templates/portal/subscriber_month.html
msgid "All months"
msgstr "كل الأشهر"

#: templates/portal/_standing.html
msgid "Completed contribution months"
msgstr "أشهر الاشتراك المكتملة"

#: templates/portal/_standing.html
#, python-format
msgctxt "a figure"
msgid "%(figure)s <small>month</small>"
msgid_plural "%(figure)s <small>months</small>"
msgstr[0] "%(figure)s <small>شهر</small>"
msgstr[1] "شهر واحد"
msgstr[2] "شهران"
msgstr[3] "%(figure)s <small>أشهر</small>"
msgstr[4] "%(figure)s <small>شهرًا</small>"
msgstr[5] "%(figure)s <small>شهر</small>"

#: templates/portal/_standing.html
msgid "Registered contribution days"
msgstr "أيام الاشتراك المسجَّلة"

#: templates/portal/_standing.html
#, python-format
msgctxt "a figure"
msgid "%(figure)s <small>day</small>"
msgid_plural "%(figure)s <small>days</small>"
msgstr[0] "%(figure)s <small>يوم</small>"
msgstr[1] "يوم واحد"
msgstr[2] "يومان"
msgstr[3] "%(figure)s <small>أيام</small>"
msgstr[4] "%(figure)s <small>يومًا</small>"
msgstr[5] "%(figure)s <small>يوم</small>"

#: templates/portal/_standing.html
msgid "Hours carried over"
msgstr "ساعات مرحَّلة"

#: templates/portal/_standing.html
#, python-format
msgctxt "a figure"
msgid "%(figure)s <small>hour</small>"
msgid_plural "%(figure)s <small>hours</small>"
msgstr[0] "%(figure)s <small>ساعة</small>"
msgstr[1] "ساعة واحدة"
msgstr[2] "ساعتان"
msgstr[3] "%(figure)s <small>ساعات</small>"
msgstr[4] "%(figure)s <small>ساعة</small>"
msgstr[5] "%(figure)s <small>ساعة</small>"

#: templates/portal/_state.html
msgid "Registered"
msgstr "مسجَّل"

#: templates/portal/_to_review.html
msgid "For your attention"
msgstr "يحتاج إلى اطلاعك"

#: templates/portal/_to_review.html
#, python-format
msgid "The hours of %(month)s with %(employer)s are registered: %(hours)s."
msgstr "سُجّلت ساعات %(month)s لدى %(employer)s: %(hours)s."

#: templates/portal/_to_review.html
#, python-format
msgid "The hours of %(month)s with %(employer)s are attested: %(hours)s."
msgstr "اعتُمدت ساعات %(month)s لدى %(employer)s: %(hours)s."

#: templates/portal/_to_review.html
#, python-format
msgid "The hours of %(month)s with %(employer)s await attestation: %(hours)s so far."
msgstr "ساعات %(month)s لدى %(employer)s بانتظار الإقرار: %(hours)s حتى الآن."

#: templates/portal/_to_review.html
#, python-format
msgid "Review the hours of %(month)s"
msgstr "مراجعة ساعات %(month)s"

#: templates/portal/_to_review.html
msgid "Statement of days and contributions"
msgstr "كشف الأيام والاشتراكات"

#: templates/portal/accessibility.html
msgid "The portal is made for everybody who works by the hour or employs people who do, with any device and any ability. Its aim is level AA of WCAG 2.2, in Arabic and in English."
msgstr "البوابة لكل من يعمل بالساعة ومن يوظّف بالساعة، على أي جهاز وبأي قدرة. وهدفها المستوى AA من معيار WCAG 2.2 بالعربية والإنجليزية."

#: templates/portal/accessibility.html
msgid "What is done"
msgstr "ما تحقق"

#: templates/portal/accessibility.html
msgid "Every page works with the keyboard alone, enlarged to twice its size, on a screen 320 points wide, and without JavaScript."
msgstr "تعمل كل صفحة بلوحة المفاتيح وحدها، وعند تكبيرها إلى الضعف، وعلى شاشة عرضها 320 نقطة، ومن دون JavaScript."

#: templates/portal/accessibility.html
msgid "Colour never stands alone: every state has its word, every bar its numbers."
msgstr "لا يُكتفى باللون: لكل حالة كلمتها، ولكل شريط أرقامه."

#: templates/portal/accessibility.html
msgid "Errors are listed above the heading, each with a link to its field, in the same words as beside the field."
msgstr "تُجمع الأخطاء فوق العنوان، ولكل خطأ رابط إلى حقله بالعبارة المكتوبة بجانب الحقل نفسها."

#: templates/portal/accessibility.html
msgid "Each version of the portal is checked by an automatic test of every page, in both languages, on a wide and on a narrow screen."
msgstr "تُفحص صفحات كل إصدار آليًّا باللغتين، على شاشة عريضة وأخرى ضيقة."

#: templates/portal/accessibility.html
msgid "What is known to be missing"
msgstr "ما لم يكتمل"

#: templates/portal/accessibility.html
msgid "The PDF of an invoice or a statement is not tagged for screen readers. The page it belongs to shows the same figures."
msgstr "ملفات PDF للفواتير والكشوف غير موسومة لقارئات الشاشة، وتعرض الصفحة المقابلة الأرقام نفسها."

#: templates/portal/accessibility.html
msgid "The month of hours has a cell for each day of each person. It is long to walk through with a screen reader; the search narrows it to one person."
msgstr "في صفحة ساعات الشهر خلية لكل يوم ولكل شخص، فيطول التنقل فيها بقارئ الشاشة، ويقصرها البحث على شخص واحد."

#: templates/portal/accessibility.html
msgid "Reporting a barrier"
msgstr "الإبلاغ عن عائق"

#: templates/portal/accessibility.html
#, python-format
msgid "Whatever stands in the way can be reported to %(address)s, with the address of the page and what was tried."
msgstr "يمكن الإبلاغ عن أي عائق على العنوان %(address)s، مع ذكر عنوان الصفحة وما جرت محاولته."

#: templates/portal/demo_outbox.html
msgid "What a portal in use would send to people’s telephones and mailboxes. From here nothing leaves."
msgstr "ما كانت البوابة سترسله إلى هواتف المستخدمين وبريدهم عند التشغيل الفعلي. لا يُرسل من هنا شيء."

#: templates/portal/demo_outbox.html
msgid "Show new messages"
msgstr "عرض الرسائل الجديدة"

#: templates/portal/demo_outbox.html
msgctxt "receiver"
msgid "To"
msgstr "إلى"

#: templates/portal/demo_outbox.html
msgid "Secret"
msgstr "سرية"

#: templates/portal/demo_outbox.html
msgid "No message has been written yet. A forgotten password or a verification code writes one."
msgstr "لا توجد رسائل بعد. تظهر هنا رسالة عند نسيان كلمة المرور أو طلب رمز تحقق."

#: templates/portal/employer_home.html templates/portal/employer_start.html
#, python-format
msgid "%(day)s %(date)s, %(role)s"
msgstr "%(day)s %(date)s، %(role)s"

#: templates/portal/employer_home.html
#, python-format
msgid "To do for %(month)s"
msgstr "المطلوب لشهر %(month)s"

#: templates/portal/employer_home.html
msgid "Done by:"
msgstr "من صلاحية:"

#: templates/portal/employer_home.html
#, python-format
msgid "of %(limit)s at most"
msgstr "الحد الأعلى %(limit)s"

#: templates/portal/employer_home.html
#, python-format
msgid "All of them (%(people)s) in the hours of the month"
msgstr "عرض الجميع (%(people)s) في ساعات الشهر"

#: templates/portal/employer_home.html
#, python-format
msgid "Nobody has used nine tenths of the hours of %(month)s."
msgstr "لم يبلغ أحد تسعة أعشار ساعات %(month)s."

#: templates/portal/employer_home.html
msgid "Amounts"
msgstr "المبالغ"

#: templates/portal/employer_home.html
#, python-format
msgid "Bill for %(month)s so far"
msgstr "فاتورة %(month)s حتى الآن"

#: templates/portal/employer_home.html
#, python-format
msgid "%(amount)s since %(at)s"
msgstr "%(amount)s منذ %(at)s"

#: templates/portal/employer_home.html
#, python-format
msgid "Unchanged since %(at)s"
msgstr "لم تتغيّر منذ %(at)s"

#: templates/portal/employer_home.html
msgid "All invoices"
msgstr "كل الفواتير"

#: templates/portal/employer_home.html
msgid "Last activity"
msgstr "آخر النشاط"

#: templates/portal/employer_start.html
msgid "First steps"
msgstr "الخطوات الأولى"

#: templates/portal/employer_start.html
msgid "Offer the first contract"
msgstr "تقديم عرض العقد الأول"

#: templates/portal/employer_start.html
msgid "The national ID of the person, the days and the hourly wage are all it needs. The contract is in force once the person has accepted."
msgstr "يكفي رقم هوية الشخص وأيام العقد وأجر الساعة. ويسري العقد بعد قبول الشخص له."

#: templates/portal/employer_start.html
msgid "The owner or a supervisor of the establishment can do this."
msgstr "هذا متاح لمالك المنشأة أو المشرف."

#: templates/portal/employer_start.html
msgid "Enter the hours of the month"
msgstr "إدخال ساعات الشهر"

#: templates/portal/employer_start.html
#, python-format
msgid "Day by day, up to %(limit)s a month for each person. Those of this month until %(day)s."
msgstr "يومًا بيوم، وبما لا يتجاوز %(limit)s في الشهر لكل مشترك. وساعات هذا الشهر تُدخل حتى %(day)s."

#: templates/portal/employer_start.html
#, python-format
msgid "The invoice is then issued by itself on %(issued)s and is due on %(due)s."
msgstr "ثم تصدر الفاتورة آليًّا في %(issued)s، وتستحق السداد في %(due)s."

#: templates/portal/employer_start.html templates/portal/subscriber_home.html
msgid "How flexible work counts"
msgstr "كيف يُحتسب العمل المرن"

#: templates/portal/help.html
msgid "On this page"
msgstr "في هذه الصفحة"

#: templates/portal/help.html
msgid "Entering hours"
msgstr "إدخال الساعات"

#: templates/portal/help.html
msgid "Attesting a month"
msgstr "إقرار ساعات الشهر"

#: templates/portal/help.html
msgid "From hours to days and months"
msgstr "من الساعات إلى الأيام والأشهر"

#: templates/portal/help.html
msgid "How contributions are worked out"
msgstr "كيف تُحسب الاشتراكات"

#: templates/portal/help.html
msgid "The monthly invoice"
msgstr "الفاتورة الشهرية"

#: templates/portal/help.html
msgid "For subscribers"
msgstr "للمشتركين"

#: templates/portal/help.html
msgid "Who may do what"
msgstr "الصلاحيات"

#: templates/portal/help.html
msgid "The page “Working hours” shows one month: a row for each person with a contract, a cell for each day. Hours are saved when “Save draft” is pressed, not before."
msgstr "تعرض صفحة «ساعات العمل» شهرًا واحدًا: صف لكل من له عقد، وخلية لكل يوم. وتُحفظ الساعات عند الضغط على «حفظ المسودة» لا قبله."

#: templates/portal/help.html
#, python-format
msgid "Seven and a half hours can be written %(decimal)s or %(clock)s, in Western or in Arabic digits. Quarter hours are the smallest step; an empty cell means no work."
msgstr "تُكتب سبع ساعات ونصف %(decimal)s أو %(clock)s، بالأرقام الغربية أو العربية. وأصغر جزء ربع ساعة، والخلية الفارغة تعني عدم العمل."

#: templates/portal/help.html
#, python-format
msgid "One person can have up to %(day)s in a day and %(month)s in a month at one establishment. Near the limit, the row says how much is left."
msgstr "الحد الأعلى للشخص في المنشأة الواحدة %(day)s في اليوم و%(month)s في الشهر. وعند الاقتراب من الحد يذكر الصف ما بقي."

#: templates/portal/help.html
msgid "Days that lie ahead and days outside the contract take no hours."
msgstr "لا تُدخل ساعات لأيام لم تحن بعد، ولا لأيام خارج مدة العقد."

#: templates/portal/help.html
msgid "If something in a row is not right, that row is not saved and keeps what was typed; the other rows are saved."
msgstr "إذا كان في صف ما لا يصح، فلا يُحفظ ذلك الصف ويبقى المكتوب فيه، وتُحفظ الصفوف الأخرى."

#: templates/portal/help.html
msgid "If somebody else changed the same cell in the meantime, the portal shows both values and asks which one holds."
msgstr "إذا عدّل مستخدم آخر الخلية نفسها في أثناء التحرير، عرضت البوابة القيمتين ليُختار الصحيح منهما."

#: templates/portal/help.html
#, python-format
msgid "Hours can be entered and changed until %(days)s after the end of the month. An owner or a supervisor attests them earlier, and they are then closed. A month in which nobody worked is declared as such."
msgstr "مهلة إدخال الساعات وتعديلها بعد نهاية الشهر: %(days)s. ويمكن للمالك أو المشرف إقرارها قبل ذلك فتُقفل. والشهر الذي لم يعمل فيه أحد يُعلن كذلك."

#: templates/portal/help.html
msgid "Hours count because they were entered. A month that nobody attests is attested by the portal after the last day for entry, is marked so, and is billed with the hours it holds."
msgstr "تُحتسب الساعات بإدخالها. والشهر الذي لم يُقرّه أحد تُقرّه البوابة بعد آخر يوم للإدخال، ويُوسم بذلك، ويُفوتر بما فيه من ساعات."

#: templates/portal/help.html
#, python-format
msgid "The hours of each contract are divided alone: every %(hours)s are one contribution day."
msgstr "تُقسم ساعات كل عقد على حدة: كل %(hours)s يوم اشتراك."

#: templates/portal/help.html
msgid "What is left over is carried to the next month of the same contract. In the month in which the contract ends it lapses, and the page shows that."
msgstr "والباقي يُرحَّل إلى الشهر التالي من العقد نفسه. ويسقط الباقي في شهر انتهاء العقد، وتعرض الصفحة ذلك."

#: templates/portal/help.html
#, python-format
msgid "The days of all contracts are added up, at most %(most)s for one calendar month; %(month)s are one contribution month."
msgstr "تُجمع أيام العقود كلها، وأقصى ما يُحتسب منها في الشهر الواحد %(most)s. وكل %(month)s شهر اشتراك."

#: templates/portal/help.html
#, python-format
msgid "Example: %(worked)s in October and %(carried)s carried from September make %(sum)s: %(days)s, and %(rest)s are carried to November."
msgstr "مثال: %(worked)s في أكتوبر مع %(carried)s مرحَّلة من سبتمبر = %(sum)s، أي %(days)s، ويُرحَّل إلى نوفمبر %(rest)s."

#: templates/portal/help.html
msgid "The daily wage is eight times the hourly wage of the month. Days times daily wage is the contributory wage, and each share of the contributions is a percentage of it, rounded to the halala."
msgstr "الأجر اليومي ثمانية أمثال أجر الساعة في الشهر. والأجر الخاضع للاشتراك هو الأيام مضروبة في الأجر اليومي، وكل حصة من الاشتراكات نسبة منه مقرّبة إلى الهللة."

#: templates/portal/help.html
#, python-format
msgid "An hourly wage that comes to less than %(floor)s for a full month is allowed; contributions are then taken on that floor."
msgstr "يُسمح بأجر ساعة يقل مقابله لشهر كامل عن %(floor)s، وتُحسب الاشتراكات عندئذ على هذا الحد الأدنى."

#: templates/portal/help.html
#, python-format
msgid "The contributory wages of one person add up to at most %(ceiling)s a month over all employers; beyond that each is reduced in proportion."
msgstr "لا يتجاوز مجموع الأجور الخاضعة للشخص الواحد لدى جميع أصحاب العمل %(ceiling)s في الشهر، وما زاد يُخفض منه كل أجر بنسبته."

#: templates/portal/help.html
msgid "The percentages follow from the law the subscriber is under, and from the month. “How was this worked out?” beside an amount shows every step."
msgstr "تتبع النِّسب النظام الذي يخضع له المشترك والشهر. ويعرض «كيف حُسب هذا المبلغ؟» بجانب كل مبلغ خطوات حسابه."

#: templates/portal/help.html
#, python-format
msgid "On day %(issued)s of each month the portal closes the past month and issues one invoice for each establishment with days to bill. It is due on day %(due)s. An invoice never changes after it is issued. Its PDF, in Arabic and in English, is on its page a little later."
msgstr "في اليوم %(issued)s من كل شهر تُقفل البوابة الشهر الماضي وتُصدر فاتورة واحدة لكل منشأة لها أيام تُفوتر. وآخر موعد للسداد اليوم %(due)s. ولا تتغير الفاتورة بعد صدورها. ويظهر ملف PDF بالعربية والإنجليزية في صفحتها بعد ذلك بقليل."

#: templates/portal/help.html
msgid "“Preview of the bill” shows at any time what the invoice would be with the hours entered so far."
msgstr "وتعرض «معاينة الفاتورة» في أي وقت ما ستكون عليه الفاتورة بالساعات المدخلة حتى الآن."

#: templates/portal/help.html
msgid "The home page shows how many days are missing to the next contribution month, the hours of the last months, and what each employer has entered."
msgstr "تعرض الصفحة الرئيسية الأيام المتبقية لاكتمال شهر الاشتراك القادم، وساعات الأشهر الأخيرة، وما أدخله كل صاحب عمل."

#: templates/portal/help.html
msgid "“Why this number?” shows the calculation from hours to days to months."
msgstr "يعرض «لماذا هذا الرقم؟» الحساب من الساعات إلى الأيام إلى الأشهر."

#: templates/portal/help.html
msgid "Hours of a month that is not closed yet are shown apart: the employer can still change them. If they do not match the work done, the employer is the one to ask, before the month closes."
msgstr "تُعرض ساعات الشهر غير المقفل منفصلة، فما زال لصاحب العمل تعديلها. وإذا خالفت العمل المنجز فيُراجع صاحب العمل قبل إقفال الشهر."

#: templates/portal/help.html
msgid "The statement is a PDF of all days and months registered so far, for a bank, an employer, or one’s own files."
msgstr "كشف المُدد ملف PDF بكل الأيام والأشهر المسجلة حتى الآن، يُقدَّم إلى مصرف أو صاحب عمل أو يُحفظ."

#: templates/portal/help.html
msgid "Owner: everything in the establishment."
msgstr "مالك: كل شؤون المنشأة."

#: templates/portal/help.html
msgid "Supervisor: contracts, hours and attesting."
msgstr "مشرف: العقود والساعات والإقرار."

#: templates/portal/help.html
msgid "Hours clerk: entering hours."
msgstr "مُدخل ساعات: إدخال الساعات."

#: templates/portal/help.html
msgid "Accountant: invoices."
msgstr "محاسب: الفواتير."

#: templates/portal/help.html
msgid "Viewer: reading."
msgstr "مطّلع: الاطلاع فقط."

#: templates/portal/help.html
msgid "Where a right is missing, the page says who has it."
msgstr "وإذا نقصت صلاحية، ذكرت الصفحة من لديه تلك الصلاحية."

#: templates/portal/help.html
#, python-format
msgid "Questions and reports of faults: %(address)s. A message with the reference number of the page is answered faster; an ID number is not needed in it."
msgstr "للاستفسار والإبلاغ عن الأعطال: %(address)s. ورقم المرجع الظاهر في الصفحة يسرّع الرد، ولا حاجة إلى رقم الهوية في الرسالة."

#: templates/portal/landing.html
msgid "Hours that count"
msgstr "ساعات تُحتسب"

#: templates/portal/landing.html
msgid "Every hour of flexible work counts"
msgstr "كل ساعة من العمل المرن محسوبة"

#: templates/portal/landing.html
msgid "Employers enter the hours of the month. Hours become contribution days and months, and each month is billed by itself."
msgstr "يُدخل صاحب العمل ساعات الشهر، فتصير أيام اشتراك وأشهر اشتراك، وتصدر فاتورة كل شهر آليًّا."

#: templates/portal/landing.html
msgid "Contracts, hours of the month, one invoice with every figure explained."
msgstr "العقود وساعات الشهر، وفاتورة واحدة يُشرح كل رقم فيها."

#: templates/portal/landing.html templates/portal/no_role.html
#: templates/registry/registration.html
msgid "Register a new establishment"
msgstr "تسجيل منشأة جديدة"

#: templates/portal/landing.html
msgid "Days and months earned so far, at every employer, and why they are what they are."
msgstr "الأيام والأشهر المكتسبة حتى الآن لدى كل جهة عمل، وكيف حُسب كل منها."

#: templates/portal/landing.html
msgid "The rules in four lines"
msgstr "القواعد في أربعة أسطر"

#: templates/portal/landing.html
msgid "More in the help"
msgstr "المزيد في صفحة المساعدة"

#: templates/portal/landing.html
msgid "are the most that can be entered for one person in a month at one establishment."
msgstr "أعلى ما يُدخل للشخص الواحد في الشهر لدى المنشأة الواحدة."

#: templates/portal/landing.html
msgid "are one contribution day. What is left over is carried to the next month."
msgstr "يوم اشتراك، والباقي يُرحَّل إلى الشهر التالي."

#: templates/portal/landing.html
msgid "are one contribution month, from one employer or from several together."
msgstr "شهر اشتراك، لدى صاحب عمل واحد أو أكثر مجتمعين."

#: templates/portal/landing.html
msgid "One invoice a month"
msgstr "فاتورة شهرية"

#: templates/portal/landing.html
#, python-format
msgid "for each establishment, issued by itself on day %(issued)s of the next month and due on day %(due)s."
msgstr "لكل منشأة، تصدر آليًّا في اليوم %(issued)s من الشهر التالي وتُسدد حتى اليوم %(due)s."

#: templates/portal/no_role.html
msgid "No role yet"
msgstr "لا توجد صلاحية بعد"

#: templates/portal/no_role.html
msgid "This account acts for no establishment and is not a subscriber. The owner of an establishment can give it a role there; a subscriber’s pages open with the first contract."
msgstr "هذا الحساب لا يمثّل منشأة وليس لمشترك. يمنحه مالك المنشأة صلاحية فيها، وتُفتح صفحات المشترك مع أول عقد."

#: templates/portal/own_contract.html
#, python-format
msgid "My contract %(number)s"
msgstr "عقدي %(number)s"

#: templates/portal/own_contracts.html
msgid "No contract holds before you have accepted it yourself."
msgstr "لا يسري أي عقد قبل قبولك له بنفسك."

#: templates/portal/own_contracts.html
msgid "My contracts"
msgstr "عقودي"

#: templates/portal/own_contracts.html
msgid "No contract yet. Once you accept an offer, the contract appears here."
msgstr "لا يوجد عقد بعد. يظهر العقد هنا بعد قبولك لعرض."

#: templates/portal/own_contracts.html
msgid "Earlier offers"
msgstr "عروض سابقة"

#: templates/portal/own_offer.html
msgid "offer to you"
msgstr "عرض لك"

#: templates/portal/own_offer.html
msgid "You wrote"
msgstr "نص ردك"

#: templates/portal/own_offer.html
msgid "The employer has been told. If he corrects the offer, the new one appears here."
msgstr "أُبلغ صاحب العمل. وإذا صحّح العرض ظهر الجديد هنا."

#: templates/portal/own_offer.html templates/portal/own_offer_accept.html
msgid "Accept"
msgstr "قبول"

#: templates/portal/own_offer.html templates/portal/own_offer_answer.html
msgid "Ask for a change"
msgstr "طلب تعديل"

#: templates/portal/own_offer.html templates/portal/own_offer_answer.html
#: templates/registry/request_detail.html
#: templates/registry/request_refuse.html
msgid "Refuse"
msgstr "رفض"

#: templates/portal/own_offer.html
msgid "What holds for flexible work"
msgstr "أحكام العمل المرن"

#: templates/portal/own_offer_accept.html
msgid "Check before accepting"
msgstr "التحقق قبل القبول"

#: templates/portal/own_offer_accept.html
msgid "The offer cannot be accepted"
msgstr "لا يمكن قبول العرض"

#: templates/portal/own_offer_accept.html
msgid "What you accept"
msgstr "ما يشمله القبول"

#: templates/portal/own_offer_accept.html
msgid "Accept the offer"
msgstr "قبول العرض"

#: templates/portal/own_offer_answer.html
msgid "Refuse the offer"
msgstr "رفض العرض"

#: templates/portal/own_offer_answer.html
msgid "A refusal is final, and has no other consequence for you. The employer can make another offer."
msgstr "الرفض نهائي ولا يترتب عليه شيء آخر، ويمكن لصاحب العمل تقديم عرض آخر."

#: templates/portal/own_offer_answer.html
msgid "The offer cannot be accepted any more until the employer has corrected it."
msgstr "لن يمكن قبول العرض حتى يصححه صاحب العمل."

#: templates/portal/own_offer_answer.html
msgid "Send to the employer"
msgstr "إرسال إلى صاحب العمل"

#: templates/portal/own_paper.html
msgid "my contract"
msgstr "عقدي"

#: templates/portal/privacy.html
msgid "The portal keeps what the registration of flexible work needs, and nothing about how anybody uses it."
msgstr "تحفظ البوابة ما يلزم لتسجيل العمل المرن، ولا تحفظ شيئًا عن طريقة استخدامها."

#: templates/portal/privacy.html
msgid "What is kept"
msgstr "ما يُحفظ"

#: templates/portal/privacy.html
msgid "Of a subscriber: name, national ID, birth date, the date first insured, contracts, hours of each day, days and months registered."
msgstr "عن المشترك: الاسم ورقم الهوية وتاريخ الميلاد وتاريخ أول اشتراك، والعقود وساعات كل يوم والأيام والأشهر المسجلة."

#: templates/portal/privacy.html
msgid "Of an establishment: its unified number, name, the people who act for it and in which role, contracts, hours and invoices."
msgstr "عن المنشأة: رقمها الموحد واسمها ومن يمثّلونها وصلاحياتهم، والعقود والساعات والفواتير."

#: templates/portal/privacy.html
msgid "Of an act that changes something: who did it and when."
msgstr "عن كل إجراء يغيّر شيئًا: من قام به ومتى."

#: templates/portal/privacy.html
msgid "Who sees it"
msgstr "من يطّلع عليه"

#: templates/portal/privacy.html
msgid "A subscriber sees what every employer has entered for him, and nobody else’s."
msgstr "يطّلع المشترك على ما أدخله له كل صاحب عمل، لا على ما يخص غيره."

#: templates/portal/privacy.html
msgid "An establishment sees its own contracts, hours and invoices. It never learns where else a person works."
msgstr "تطّلع المنشأة على عقودها وساعاتها وفواتيرها، ولا تعرف أين يعمل الشخص غيرها."

#: templates/portal/privacy.html
msgid "Staff see what their task needs."
msgstr "يطّلع الموظفون على ما تقتضيه مهامهم."

#: templates/portal/privacy.html
msgid "In lists an ID number is masked, and no ID number stands in the address of a page."
msgstr "يُحجب رقم الهوية في القوائم، ولا يظهر في عنوان أي صفحة."

#: templates/portal/privacy.html
msgid "Cookies"
msgstr "ملفات تعريف الارتباط"

#: templates/portal/privacy.html
msgid "Three cookies are used: one for the session, which ends when the browser is closed or after half an hour without use, one that guards forms, and one that remembers the language. There is no advertising and no tracking, and no page loads anything from another site."
msgstr "تُستخدم ثلاثة ملفات: ملف الجلسة وينتهي بإغلاق المتصفح أو بعد نصف ساعة دون استخدام، وملف لحماية النماذج، وملف يحفظ اللغة. ولا إعلان فيها ولا تتبّع، ولا تُحمّل أي صفحة شيئًا من موقع آخر."

#: templates/portal/privacy.html
msgid "Questions"
msgstr "الاستفسارات"

#: templates/portal/privacy.html
#, python-format
msgid "Questions about one’s own data: %(address)s."
msgstr "للاستفسار عن البيانات الشخصية: %(address)s."

#: templates/portal/subscriber_home.html
#, python-format
msgid "Welcome, %(name)s"
msgstr "أهلًا بك، %(name)s"

#: templates/portal/subscriber_home.html
msgid "No contract yet. Once you accept an offer, its hours and days appear here."
msgstr "لا يوجد عقد بعد. تظهر الساعات والأيام هنا بعد قبولك لعرض."

#: templates/portal/subscriber_home.html
msgid "The account is safer when the password alone does not open it."
msgstr "يزداد الحساب أمانًا حين لا تكفي كلمة المرور وحدها لفتحه."

#: templates/portal/subscriber_hours.html
#, python-format
msgid "%(days)s registered in all."
msgstr "المسجَّل إجمالًا: %(days)s."

#: templates/portal/subscriber_hours.html
msgid "A registered day is a paid day once the contributions of its invoice are paid; paid days are shown apart."
msgstr "يصبح اليوم المسجَّل مدفوعًا عند سداد اشتراكات فاتورته، وتُعرض الأيام المدفوعة على حدة."

#: templates/portal/subscriber_hours.html
msgid "Months still open"
msgstr "أشهر لم تُقفل بعد"

#: templates/portal/subscriber_hours.html
msgid "As they stand now. Days are registered when the month is billed."
msgstr "بحسب وضعها الآن. تُسجَّل الأيام عند فوترة الشهر."

#: templates/portal/subscriber_hours.html
msgid "Registered months"
msgstr "الأشهر المسجَّلة"

#: templates/portal/subscriber_month.html
msgid "No hours in this month."
msgstr "لا توجد ساعات في هذا الشهر."

#: templates/portal/subscriber_month.html
msgid "Rules in force"
msgstr "القواعد السارية"

#: templates/portal/subscriber_month.html
msgid "In force from"
msgstr "سارية من"

#: templates/portal/subscriber_month.html
msgid "Legal reference"
msgstr "السند النظامي"

#: templates/portal/subscriber_month.html
msgid "Rule"
msgstr "القاعدة"

#: templates/portal/terms.html
#, python-format
msgid "Version %(version)s"
msgstr "الإصدار %(version)s"

#: templates/portal/terms.html
msgid "An account belongs to one person, who opens it with his own ID. It is not lent, sold or shared."
msgstr "الحساب لشخص واحد يفتحه بهويته، ولا يُعار ولا يُباع ولا يُشارَك."

#: templates/portal/terms.html
msgid "Password and codes are kept secret. Nobody of the portal asks for them."
msgstr "كلمة المرور والرموز سرية، ولا يطلبها أحد من البوابة."

#: templates/portal/terms.html
msgid "The mobile number and the e-mail address are kept up to date: codes and notices go there."
msgstr "يبقى رقم الجوال والبريد الإلكتروني محدَّثين، فإليهما تصل الرموز والإشعارات."

#: templates/portal/terms.html
msgid "Whatever is done in an account counts as done by its owner, unless he has reported its misuse."
msgstr "كل ما يجري بالحساب يُعدّ من صاحبه ما لم يبلّغ عن إساءة استخدامه."

#: templates/portal/terms.html
msgid "What is shown"
msgstr "ما يُعرض"

#: templates/portal/terms.html
msgid "Hours, days and months follow from what employers have entered. A day counts as paid when the contributions of its invoice are paid in full."
msgstr "تُحسب الساعات والأيام والأشهر مما يُدخله أصحاب العمل. ويُعدّ اليوم مدفوعًا متى سُددت اشتراكات فاتورته كاملة."

#: templates/portal/terms.html
msgid "Estimates are estimates. They give no right to a payment or a pension."
msgstr "التقديرات للاسترشاد، ولا يترتب عليها حق في صرف أو معاش."

#: templates/portal/terms.html
msgid "Entries may be corrected later. A correction stays visible beside what it corrects."
msgstr "قد تُصحَّح البيانات لاحقًا، ويبقى التصحيح ظاهرًا مع ما صحّحه."

#: templates/portal/terms.html
msgid "What is not allowed"
msgstr "ما لا يجوز"

#: templates/portal/terms.html
msgid "Entering or attesting hours that were not worked."
msgstr "إدخال ساعات لم تُعمل أو الإقرار بها."

#: templates/portal/terms.html
msgid "Trying to see what belongs to somebody else, or to hinder the working of the portal."
msgstr "محاولة الاطلاع على ما يخص الغير، أو تعطيل عمل البوابة."

#: templates/portal/terms.html
msgid "Changes and questions"
msgstr "التغييرات والأسئلة"

#: templates/portal/terms.html
#, python-format
msgid "Every change of these terms gives them a new version. Which version a person has accepted, and when, is kept. Questions: %(address)s."
msgstr "لكل تغيير في هذه الشروط إصدار جديد، ويُحفظ الإصدار الذي وافق عليه الشخص ووقت الموافقة. للأسئلة: %(address)s."

#: templates/registry/_invitation.html templates/registry/member_list.html
msgid "Open until"
msgstr "مفتوحة حتى"

#: templates/registry/_request.html
msgid "What is asked"
msgstr "المطلوب"

#: templates/registry/_request.html templates/registry/registration_check.html
msgid "Name in Arabic"
msgstr "الاسم بالعربية"

#: templates/registry/_request.html templates/registry/registration_check.html
msgid "Name in English"
msgstr "الاسم بالإنجليزية"

#: templates/registry/_request.html
msgid "What is known already"
msgstr "المعروف مسبقًا"

#: templates/registry/_request.html
msgid "The unified number"
msgstr "الرقم الوطني الموحد"

#: templates/registry/_request.html
msgid "not on record"
msgstr "غير مسجل"

#: templates/registry/_request.html
msgid "Its owners"
msgstr "المالكون الحاليون"

#: templates/registry/_request.html templates/registry/registration.html
msgid "The owner"
msgstr "المالك"

#: templates/registry/_request.html
msgid "has an account"
msgstr "لديه حساب"

#: templates/registry/_request.html
msgid "has no account"
msgstr "ليس لديه حساب"

#: templates/registry/_request.html
msgid "is a subscriber"
msgstr "مشترك مسجل"

#: templates/registry/_request.html
msgid "Other requests for this number"
msgstr "طلبات أخرى لهذا الرقم"

#: templates/registry/_request.html
msgid "The birth date differs from the one on record for this ID."
msgstr "تاريخ الميلاد يختلف عن المسجل لهذه الهوية."

#: templates/registry/_request.html
msgid "This establishment has owners already. A new owner is better invited by one of them."
msgstr "لهذه المنشأة مالكون مسجلون. الأفضل أن يدعو أحدهم المالك الجديد."

#: templates/registry/establishment_list.html
msgid "Choose the establishment to act for"
msgstr "اختيار المنشأة المراد العمل نيابة عنها"

#: templates/registry/establishment_list.html
#, python-format
msgid "from %(first)s to %(last)s"
msgstr "من %(first)s إلى %(last)s"

#: templates/registry/establishment_list.html
#, python-format
msgid "since %(first)s"
msgstr "منذ %(first)s"

#: templates/registry/establishment_list.html
msgid "Delegated to"
msgstr "تفويض لمكتب"

#: templates/registry/establishment_list.html
msgid "This account acts for no establishment. The owner of an establishment can give it a role there."
msgstr "لا يمثل هذا الحساب أي منشأة. ويمكن لمالك المنشأة منحه صلاحية فيها."

#: templates/registry/invitation_accept.html
msgid "Take the role"
msgstr "قبول الدعوة"

#: templates/registry/invitation_accept.html
#: templates/registry/member_invite_check.html
msgid "without an end"
msgstr "بلا نهاية"

#: templates/registry/invitation_accept.html
msgid "Invited by"
msgstr "الداعي"

#: templates/registry/invitation_accept.html
msgid "Not now"
msgstr "ليس الآن"

#: templates/registry/invitation_gone.html
msgid "This link does not work any more"
msgstr "لم يعد هذا الرابط يعمل"

#: templates/registry/invitation_gone.html
msgid "A link of an invitation works once, for seven days. Whoever invited you can send a new one."
msgstr "يعمل رابط الدعوة مرة واحدة خلال سبعة أيام. يمكن لصاحب الدعوة إرسال رابط جديد."

#: templates/registry/invitation_open.html
msgid "Your invitation"
msgstr "دعوة لتمثيل منشأة"

#: templates/registry/invitation_open.html
#, python-format
msgid "To act for <b><bdi>%(establishment)s</bdi></b> as <b>%(role)s</b>."
msgstr "لتمثيل <b><bdi>%(establishment)s</bdi></b> بصلاحية <b>%(role)s</b>."

#: templates/registry/invitation_open.html
msgid "I have an account: sign in"
msgstr "لديّ حساب: تسجيل الدخول"

#: templates/registry/invitation_open.html
msgid "Open an account"
msgstr "فتح حساب"

#: templates/registry/invitation_open.html
msgid "Open the account and take the role"
msgstr "فتح الحساب وقبول الدعوة"

#: templates/registry/invitation_other.html
msgid "This invitation is for somebody else"
msgstr "هذه الدعوة لشخص آخر"

#: templates/registry/invitation_other.html
msgid "The account that is signed in has another ID than the invitation. Sign out, and open the link again as the person invited."
msgstr "رقم هوية الحساب المستخدم يختلف عن الرقم الذي وُجّهت إليه الدعوة. يُرجى تسجيل الخروج، ثم فتح الرابط مجددًا بحساب الشخص المدعو."

#: templates/registry/invitation_resend.html
msgid "Check before sending again"
msgstr "مراجعة قبل إعادة الإرسال"

#: templates/registry/invitation_resend.html
#: templates/registry/member_list.html
msgid "Send again"
msgstr "إعادة الإرسال"

#: templates/registry/invitation_resend.html
msgid "A new link leaves and is open for seven days. The earlier link works no longer."
msgstr "يُرسل رابط جديد يعمل سبعة أيام، ولا يعمل الرابط السابق بعد ذلك."

#: templates/registry/invitation_withdraw.html
msgid "Check before withdrawing"
msgstr "مراجعة قبل السحب"

#: templates/registry/invitation_withdraw.html
msgid "The link that was sent works no longer. The person can be invited again."
msgstr "لن يعمل الرابط الذي أُرسل، ويمكن دعوة الشخص مجددًا."

#: templates/registry/invitation_withdraw.html
msgid "Withdraw the invitation"
msgstr "سحب الدعوة"

#: templates/registry/member_end.html
msgid "Check before ending the role"
msgstr "مراجعة قبل إنهاء الصلاحية"

#: templates/registry/member_end.html
msgid "This is your own role. Afterwards you can no longer act for this establishment; another owner has to give a role again."
msgstr "هذه صلاحية الحساب المستخدم نفسه. بعد إنهائها لا يمكن تمثيل هذه المنشأة إلا بدعوة من مالك آخر."

#: templates/registry/member_end.html
msgid "The person can do nothing more in this establishment from the next click on. What was done stays recorded under the name."
msgstr "لن يستطيع الشخص أي إجراء في هذه المنشأة بعد الآن، ويبقى ما أنجزه مسجلًا باسمه."

#: templates/registry/member_invite.html
#: templates/registry/member_invite_check.html
#: templates/registry/member_list.html
msgid "Invite a user"
msgstr "دعوة مستخدم"

#: templates/registry/member_invite.html
msgid "The person gets a link that works once, for seven days. A number on file with the body stands before the one given here."
msgstr "يصل إلى الشخص رابط يعمل مرة واحدة خلال سبعة أيام. إن كان له رقم مسجل لدى الجهة أُرسل إليه بدل الرقم المكتوب هنا."

#: templates/registry/member_invite_check.html
msgid "Check before inviting"
msgstr "مراجعة قبل إرسال الدعوة"

#: templates/registry/member_invite_check.html
msgid "An owner can do everything here, and give and end every role, yours included."
msgstr "يستطيع المالك كل شيء هنا، ومنح كل صلاحية وإنهاءها، ومنها صلاحية الداعي نفسه."

#: templates/registry/member_invite_check.html
msgid "Send the invitation"
msgstr "إرسال الدعوة"

#: templates/registry/member_list.html
msgid "Users"
msgstr "المستخدمون"

#: templates/registry/member_list.html
msgid "Invitations"
msgstr "الدعوات"

#: templates/registry/member_list.html
msgid "No invitation waits."
msgstr "لا توجد دعوات."

#: templates/registry/member_role_check.html
msgid "Check before changing the role"
msgstr "مراجعة قبل تغيير الصلاحية"

#: templates/registry/member_role_check.html
msgid "This is your own role. Afterwards you can no longer manage users here; another owner has to give it back."
msgstr "هذه صلاحية الحساب المستخدم نفسه. بعد تغييرها لا يمكن إدارة المستخدمين هنا إلا بصلاحية من مالك آخر."

#: templates/registry/member_role_check.html
msgid "The new role holds at once."
msgstr "تسري الصلاحية الجديدة فورًا."

#: templates/registry/registered.html
msgid "The request is received"
msgstr "استُلم الطلب"

#: templates/registry/registered.html
msgid "The body’s staff check the request. The answer goes to the mobile number and the e-mail for contact."
msgstr "يدرس موظفو الجهة الطلب، ويصل الرد إلى رقم الجوال والبريد الإلكتروني للتواصل."

#: templates/registry/registration.html
msgid "The body’s staff check the request. When it is accepted, the owner receives an invitation and signs in with the national ID."
msgstr "يدرس موظفو الجهة الطلب. عند قبوله تصل إلى المالك دعوة، ويدخل برقم هويته."

#: templates/registry/registration.html
msgid "The establishment"
msgstr "المنشأة"

#: templates/registry/registration_check.html
msgid "Check before sending the request"
msgstr "مراجعة قبل إرسال الطلب"

#: templates/registry/registration_check.html
msgid "Send the request"
msgstr "إرسال الطلب"

#: templates/registry/request_admit.html
msgid "Check before admitting"
msgstr "مراجعة قبل القبول"

#: templates/registry/request_admit.html templates/registry/request_detail.html
msgid "Admit"
msgstr "قبول"

#: templates/registry/request_admit.html
msgid "What happens now"
msgstr "ما الذي سيحدث"

#: templates/registry/request_admit.html
msgid "The record of the establishment stays as it is; the owner is invited to it."
msgstr "يبقى سجل المنشأة كما هو، ويُدعى المالك إليها."

#: templates/registry/request_admit.html
msgid "The establishment is put on record; the owner is invited to it."
msgstr "تُسجّل المنشأة، ويُدعى المالك إليها."

#: templates/registry/request_admit.html
msgid "The contact is told by text and e-mail."
msgstr "تُبلّغ جهة التواصل برسالة نصية وبريد إلكتروني."

#: templates/registry/request_admit.html
msgid "Admit the establishment"
msgstr "قبول المنشأة"

#: templates/registry/request_detail.html
msgid "Registration request"
msgstr "طلب تسجيل"

#: templates/registry/request_detail.html
msgid "The decision"
msgstr "القرار"

#: templates/registry/request_detail.html
msgid "Decided"
msgstr "القرار"

#: templates/registry/request_list.html
msgid "Establishments that ask to be registered"
msgstr "منشآت تطلب التسجيل في البوابة"

#: templates/registry/request_refuse.html
msgid "Refuse the request"
msgstr "رفض الطلب"

#: templates/timesheets/_declaration.html
#: templates/timesheets/month_attested.html
msgid "What was declared"
msgstr "ما أُقرّ به"

#: templates/timesheets/_declaration.html
#: templates/timesheets/documents/declaration.html
#: templates/timesheets/month_attested.html
#: templates/timesheets/month_reopen.html
msgid "Total hours"
msgstr "مجموع الساعات"

#: templates/timesheets/_declaration.html
#: templates/timesheets/documents/declaration.html
#: templates/timesheets/month_attested.html
msgid "Subscribers with hours"
msgstr "مشتركون لهم ساعات"

#: templates/timesheets/_declaration.html
#: templates/timesheets/documents/declaration.html
#: templates/timesheets/month_attested.html
#: templates/timesheets/month_reopen.html
msgid "Attested by"
msgstr "المُقِرّ"

#: templates/timesheets/_declaration.html
#: templates/timesheets/documents/declaration.html
#: templates/timesheets/month_attested.html
#: templates/timesheets/month_reopen.html
msgid "Time"
msgstr "الوقت"

#: templates/timesheets/_declaration.html
msgid "The declaration as a paper"
msgstr "الإقرار كمستند"

#: templates/timesheets/_declaration.html
msgid "Every hour as it was declared, by subscriber and day. The paper stays the same whatever becomes of the month."
msgstr "كل ساعة كما أُقِرَّ بها، لكل مشترك ويوم. يبقى المستند كما هو مهما تغيّر الشهر."

#: templates/timesheets/_declaration.html
msgid "Digest of the declared hours"
msgstr "بصمة الساعات المُقَرّ بها"

#: templates/timesheets/_declaration.html
msgid "Computed anew just now: the hours on record give exactly this digest."
msgstr "حُسبت البصمة الآن من جديد: الساعات المحفوظة تعطي هذه البصمة نفسها."

#: templates/timesheets/_declaration.html
msgid "Computed anew just now: the hours on record do not give this digest. Please tell the portal."
msgstr "حُسبت البصمة الآن من جديد: الساعات المحفوظة لا تعطي هذه البصمة. يُرجى إبلاغ البوابة."

#: templates/timesheets/_declaration.html
msgid "The hours of the month are still those that were declared."
msgstr "ساعات الشهر ما زالت هي التي أُقِرَّ بها."

#: templates/timesheets/_declaration.html
msgid "The hours of the month have changed since this declaration."
msgstr "تغيّرت ساعات الشهر بعد هذا الإقرار."

#: templates/timesheets/_dock.html
msgid "Totals and saving"
msgstr "المجاميع والحفظ"

#: templates/timesheets/_dock.html
msgid "Hours of the whole month"
msgstr "مجموع ساعات الشهر كله"

#: templates/timesheets/_dock.html
msgid "Contribution days"
msgstr "أيام الاشتراك"

#: templates/timesheets/_dock.html
msgid "Estimated contributions"
msgstr "تقدير الاشتراكات"

#: templates/timesheets/_dock.html templates/timesheets/month_attest.html
#: templates/timesheets/month_attested.html
msgid "Preview of the bill"
msgstr "معاينة الفاتورة"

#: templates/timesheets/_dock.html
msgid "There are unsaved changes"
msgstr "توجد تغييرات غير محفوظة"

#: templates/timesheets/_dock.html
#, python-format
msgid "Last saved %(time)s"
msgstr "آخر حفظ: %(time)s"

#: templates/timesheets/_dock.html
msgid "Saving…"
msgstr "جارٍ الحفظ…"

#: templates/timesheets/_dock.html templates/timesheets/_keys.html
msgid "Save draft"
msgstr "حفظ المسودة"

#: templates/timesheets/_dock.html
msgid "Save and continue to review"
msgstr "حفظ ومتابعة إلى المراجعة"

#: templates/timesheets/_dock.html templates/timesheets/declaration_detail.html
#: templates/timesheets/documents/declaration.html
#: templates/timesheets/month_attest.html
#: templates/timesheets/month_attested.html
#: templates/timesheets/month_list.html templates/timesheets/paper_detail.html
msgid "Declaration"
msgstr "الإقرار"

#: templates/timesheets/_draft.html
#, python-format
msgid "There are unsaved values from %(time)s. Put them back?"
msgstr "توجد قيم لم تُحفظ من %(time)s. هل تُستعاد؟"

#: templates/timesheets/_draft.html
msgid "Put them back"
msgstr "استعادة"

#: templates/timesheets/_draft.html
msgid "Give them up"
msgstr "استغناء عنها"

#: templates/timesheets/_draft.html
msgid "No connection. The values are kept here and not saved"
msgstr "لا يوجد اتصال. القيم باقية في الصفحة ولم تُحفظ بعد"

#: templates/timesheets/_errors.html
msgid "Another user changed the same hours meanwhile"
msgstr "عدّل مستخدم آخر الساعات نفسها في أثناء التحرير"

#: templates/timesheets/_errors.html
#, python-format
msgid "Saved for %(saved)s; not saved for %(refused)s until corrected"
msgstr "المشتركون الذين حُفظت ساعاتهم: %(saved)s، ومن لم تُحفظ ساعاتهم حتى تُصحَّح: %(refused)s"

#: templates/timesheets/_errors.html
msgid "choose one of the two values"
msgstr "تُختار إحدى القيمتين"

#: templates/timesheets/_grid_pages.html
msgid "turning the page saves first"
msgstr "الانتقال إلى صفحة أخرى يحفظ أولًا"

#: templates/timesheets/_grid_pages.html
msgid "Save and show page"
msgstr "حفظ وعرض الصفحة"

#: templates/timesheets/_head.html templates/timesheets/month_attest.html
#, python-format
msgid "Review of the hours of %(month)s"
msgstr "مراجعة ساعات %(month)s"

#: templates/timesheets/_head.html templates/timesheets/month_grid.html
#, python-format
msgid "Working hours of %(month)s"
msgstr "ساعات عمل %(month)s"

#: templates/timesheets/_head.html
msgid "Other months"
msgstr "أشهر أخرى"

#: templates/timesheets/_head.html
msgid "Attest by:"
msgstr "آخر موعد للإقرار:"

#: templates/timesheets/_head.html
msgid "today is the last day"
msgstr "واليوم آخر يوم"

#: templates/timesheets/_history.html templates/timesheets/_reopened.html
msgid "Declarations of this month"
msgstr "إقرارات هذا الشهر"

#: templates/timesheets/_history.html
msgid "Nothing is declared yet"
msgstr "لا إقرار بعد"

#: templates/timesheets/_keys.html templates/timesheets/month_grid.html
msgid "Keys of the grid"
msgstr "مفاتيح الجدول"

#: templates/timesheets/_keys.html
msgid "The cell on the left, on the right"
msgstr "الخلية على اليسار أو اليمين"

#: templates/timesheets/_keys.html
msgid "The same day of the person above, below"
msgstr "اليوم نفسه للشخص الأعلى أو الأسفل"

#: templates/timesheets/_keys.html
msgid "The first, the last day of the row"
msgstr "أول يوم في الصف أو آخره"

#: templates/timesheets/_keys.html
msgid "The first, the last cell of the grid"
msgstr "أول خلية في الجدول أو آخرها"

#: templates/timesheets/_keys.html
msgid "Move inside the value"
msgstr "التحرك داخل القيمة"

#: templates/timesheets/_keys.html
msgid "Bring back the value as it was"
msgstr "إعادة القيمة كما كانت"

#: templates/timesheets/_keys.html
msgid "Empty the cell or the selection"
msgstr "تفريغ الخلية أو التحديد"

#: templates/timesheets/_keys.html
msgid "Select several cells"
msgstr "تحديد عدة خلايا"

#: templates/timesheets/_keys.html
msgid "Copy to Excel, paste from Excel"
msgstr "النسخ إلى Excel واللصق منه"

#: templates/timesheets/_keys.html
msgid "Fill from the cell above, or fill the selection"
msgstr "التعبئة من الخلية الأعلى، أو تعبئة التحديد"

#: templates/timesheets/_keys.html
msgid "Undo, redo"
msgstr "تراجع، إعادة"

#: templates/timesheets/_keys.html
msgid "Go to the saving bar"
msgstr "الانتقال إلى شريط الحفظ"

#: templates/timesheets/_lock.html templates/timesheets/month_attested.html
#: templates/timesheets/month_reopen.html
msgid "Open the month again"
msgstr "إعادة فتح الشهر"

#: templates/timesheets/_lock.html
#, python-format
msgid "The owner or a supervisor can open it again until %(date)s."
msgstr "يمكن للمالك أو المشرف إعادة فتحه حتى %(date)s."

#: templates/timesheets/_lock.html templates/timesheets/month_reopen.html
msgid "A correction can be requested"
msgstr "يمكن طلب تصحيح"

#: templates/timesheets/_reopened.html
#: templates/timesheets/declaration_detail.html
#, python-format
msgid "<bdi>%(name)s</bdi> opened this month again on %(at)s."
msgstr "أُعيد فتح هذا الشهر بوساطة <bdi>%(name)s</bdi> في %(at)s."

#: templates/timesheets/_reopened.html
#, python-format
msgid "Complete the hours and attest it by %(date)s."
msgstr "يُرجى إكمال الساعات والإقرار بها في موعد أقصاه %(date)s."

#: templates/timesheets/_reopened.html
#, python-format
msgid "A contract was documented after this month was attested, so the month is open again. Complete the hours and attest it by %(date)s."
msgstr "وُثِّق عقد بعد اعتماد هذا الشهر، ففُتح الشهر من جديد. أكملوا الساعات واعتمدوها في موعد أقصاه %(date)s."

#: templates/timesheets/_row_remarks.html
#, python-format
msgid "Saved value (%(hours)s, <bdi>%(user)s</bdi>, %(time)s)"
msgstr "القيمة المحفوظة (%(hours)s، <bdi>%(user)s</bdi>، %(time)s)"

#: templates/timesheets/_row_remarks.html
#, python-format
msgid "Saved value (%(hours)s, from a file, %(time)s)"
msgstr "القيمة المحفوظة (%(hours)s، من ملف، %(time)s)"

#: templates/timesheets/_row_remarks.html
#, python-format
msgid "Entered value (%(hours)s)"
msgstr "القيمة المدخلة (%(hours)s)"

#: templates/timesheets/_unsaved.html
msgid "Values that were not saved"
msgstr "قيم لم تُحفظ"

#: templates/timesheets/_unsaved.html
msgid "Nothing was changed"
msgstr "لم يتغير شيء"

#: templates/timesheets/declaration_detail.html
#: templates/timesheets/month_history.html
#, python-format
msgid "Declarations of %(month)s"
msgstr "إقرارات %(month)s"

#: templates/timesheets/declaration_detail.html
#: templates/timesheets/paper_detail.html
#, python-format
msgid "Declaration for %(month)s"
msgstr "إقرار %(month)s"

#: templates/timesheets/declaration_detail.html
#, python-format
msgid "A contract was documented on %(at)s, after this declaration, so the month was opened again."
msgstr "وُثِّق عقد في %(at)s بعد هذا الإقرار، ففُتح الشهر من جديد."

#: templates/timesheets/documents/declaration.html
msgid "Declaration of working hours"
msgstr "إقرار ساعات العمل"

#: templates/timesheets/documents/declaration.html
#, python-format
msgid "It is declared that nobody worked in %(month)s."
msgstr "هذا إقرار بأنه لم يعمل أحد في %(month)s."

#: templates/timesheets/documents/declaration.html
msgid "It is declared that the hours match the work done."
msgstr "هذا إقرار بأن الساعات مطابقة للعمل المنجز فعليًّا."

#: templates/timesheets/documents/declaration.html
msgid "Days worked"
msgstr "أيام العمل"

#: templates/timesheets/documents/declaration.html
msgid "Digest of the declared hours (SHA-256):"
msgstr "بصمة الساعات المُقَرّ بها (SHA-256):"

#: templates/timesheets/documents/declaration.html
msgid "The portal shows this declaration under its reference number and computes the digest anew there. A declaration that was opened again stays on record."
msgstr "تعرض البوابة هذا الإقرار برقم مرجعه وتحسب البصمة هناك من جديد. ويبقى الإقرار محفوظًا وإن أُعيد فتح الشهر."

#: templates/timesheets/month_attest.html
msgid "Hours of each subscriber"
msgstr "ساعات كل مشترك"

#: templates/timesheets/month_attest.html
msgid "Worth a second look"
msgstr "يستحق المراجعة"

#: templates/timesheets/month_attest.html
msgid "Last month"
msgstr "الشهر السابق"

#: templates/timesheets/month_attest.html
msgid "To note"
msgstr "ملاحظات"

#: templates/timesheets/month_attest.html
#, python-format
msgid "With a contract in %(month)s and without one now:"
msgstr "لهم عقد في %(month)s وليس لهم عقد الآن:"

#: templates/timesheets/month_attest.html
msgid "Declaration of a month without work"
msgstr "إقرار بعدم وجود عمل في الشهر"

#: templates/timesheets/month_attest.html
msgid "Until then the hours can be changed. Who does not attest loses nothing: on the invoice day the system attests what was entered."
msgstr "وتبقى الساعات قابلة للتعديل حتى ذلك اليوم. ومن لا يُقرّ لا يفوته شيء: يعتمد النظام ما أُدخل في يوم إصدار الفواتير."

#: templates/timesheets/month_attest.html
msgid "I declare the hours match the work done"
msgstr "أُقرّ بأن الساعات المدخلة مطابقة للعمل المنجز فعليًّا"

#: templates/timesheets/month_attest.html
#, python-format
msgid "I declare that nobody worked in %(month)s"
msgstr "أُقرّ بأنه لم يعمل أحد في %(month)s"

#: templates/timesheets/month_attest.html
msgid "Signed by"
msgstr "المُقِرّ:"

#: templates/timesheets/month_attest.html
#, python-format
msgid "After attesting, the hours take no more changes. Until %(date)s the month can be opened again, with a reason."
msgstr "بعد الإقرار لا تقبل الساعات التعديل. ويمكن إعادة فتح الشهر حتى %(date)s مع ذكر السبب."

#: templates/timesheets/month_attest.html
msgid "Attest and send the hours"
msgstr "إقرار الساعات وإرسالها"

#: templates/timesheets/month_attest.html
msgid "Declare no work this month"
msgstr "إقرار بعدم وجود عمل هذا الشهر"

#: templates/timesheets/month_attest.html
msgid "Back to the hours"
msgstr "العودة إلى الساعات"

#: templates/timesheets/month_attested.html
#: templates/timesheets/month_reopen.html
msgid "The system, at the end of the time for entry"
msgstr "النظام، بعد انتهاء مهلة الإدخال"

#: templates/timesheets/month_grid.html
#, python-format
msgid "Hours copied from %(month)s, not saved yet"
msgstr "نُسخت الساعات من %(month)s، ولم تُحفظ بعد"

#: templates/timesheets/month_grid.html
#, python-format
msgid "Not copied, outside contract: %(days)s"
msgstr "لم تُنسخ ساعات خارج مدة العقد: %(days)s"

#: templates/timesheets/month_grid.html
#, python-format
msgid "Not copied, still to come: %(days)s"
msgstr "لم تُنسخ ساعات أيام لم تحن بعد: %(days)s"

#: templates/timesheets/month_grid.html
msgid "Nothing is saved yet"
msgstr "لم يُحفظ شيء بعد"

#: templates/timesheets/month_grid.html
msgid "Search by name or ID number"
msgstr "بحث بالاسم أو رقم الهوية"

#: templates/timesheets/month_grid.html
#, python-format
msgid "Copy from %(month)s"
msgstr "نسخ من %(month)s"

#: templates/timesheets/month_grid.html templates/timesheets/month_paste.html
msgid "Paste from Excel"
msgstr "لصق من Excel"

#: templates/timesheets/month_grid.html
msgid "Undo"
msgstr "تراجع"

#: templates/timesheets/month_grid.html
msgid "?"
msgstr "؟"

#: templates/timesheets/month_grid.html
msgid "Skip to saving"
msgstr "الانتقال إلى شريط الحفظ"

#: templates/timesheets/month_grid.html
#, python-format
msgid "Hours of %(month)s for each subscriber and day"
msgstr "ساعات %(month)s لكل مشترك ويوم"

#: templates/timesheets/month_grid.html
msgid "Total of the day"
msgstr "إجمالي اليوم"

#: templates/timesheets/month_grid.html
msgid "Total of these rows"
msgstr "مجموع هذه الصفحة"

#: templates/timesheets/month_grid.html
msgid "No matches. Clear the filters"
msgstr "لا توجد نتائج مطابقة. يمكن مسح عوامل التصفية"

#: templates/timesheets/month_grid.html
msgid "Weekend"
msgstr "عطلة نهاية الأسبوع"

#: templates/timesheets/month_grid.html
#, python-format
msgid "Every %(hours)s are a contribution day; the rest is carried to the next month"
msgstr "كل %(hours)s يوم اشتراك، والباقي يُرحَّل إلى الشهر التالي"

#: templates/timesheets/month_grid.html
msgid "The small row under the date: the Hijri day"
msgstr "الصف الأصغر تحت التاريخ: اليوم الهجري"

#: templates/timesheets/month_history.html
msgid "Declarations"
msgstr "الإقرارات"

#: templates/timesheets/month_list.html
msgid "Subscribers"
msgstr "المشتركون"

#: templates/timesheets/month_list.html
msgid "Months with their hours and declarations"
msgstr "الأشهر مع ساعاتها وإقراراتها"

#: templates/timesheets/month_list.html
msgid "attested by the system"
msgstr "اعتمده النظام"

#: templates/timesheets/month_list.html
#, python-format
msgid "opened again on %(at)s"
msgstr "أُعيد فتحه في %(at)s"

#: templates/timesheets/month_list.html
msgid "Earlier declarations"
msgstr "الإقرارات السابقة"

#: templates/timesheets/month_paste.html
#, python-format
msgid "Paste the hours of %(month)s"
msgstr "لصق ساعات %(month)s"

#: templates/timesheets/month_paste.html
msgid "Copy the cells in Excel and paste them here: hours alone, or rows that begin with the national ID or the name. First you see what would change; nothing is saved by it."
msgstr "تُنسخ الخلايا من Excel وتُلصق هنا: ساعات فقط، أو صفوف تبدأ برقم الهوية أو بالاسم. تظهر أولًا التغييرات المتوقعة، ولا يُحفظ شيء بذلك."

#: templates/timesheets/month_paste.html
msgid "Cells from Excel"
msgstr "الخلايا من Excel"

#: templates/timesheets/month_paste.html
msgid "First person"
msgstr "أول شخص"

#: templates/timesheets/month_paste.html
msgid "Rows that begin with an ID or a name find their person by themselves."
msgstr "الصفوف التي تبدأ برقم هوية أو اسم تُطابَق مع أصحابها تلقائيًّا."

#: templates/timesheets/month_paste.html
msgid "Show what would change"
msgstr "عرض التغييرات"

#: templates/timesheets/month_paste.html
msgid "Back to the grid"
msgstr "العودة إلى الجدول"

#: templates/timesheets/month_paste.html
msgid "Now"
msgstr "الآن"

#: templates/timesheets/month_paste.html
msgctxt "column"
msgid "Pasted"
msgstr "الملصق"

#: templates/timesheets/month_paste.html
msgid "Put into the grid"
msgstr "وضعها في الجدول"

#: templates/timesheets/month_paste.html
msgid "Nothing would change"
msgstr "لا تغيير متوقع"

#: templates/timesheets/month_reopen.html
#, python-format
msgid "Opening %(month)s again"
msgstr "إعادة فتح %(month)s"

#: templates/timesheets/month_reopen.html
#, python-format
msgid "The declaration no longer holds, and the hours can be changed until %(date)s. Attest the month again by then; otherwise the system attests what is entered."
msgstr "لا يعود الإقرار ساريًا، ويمكن تعديل الساعات حتى %(date)s. يُرجى الإقرار بالشهر من جديد قبل ذلك، وإلا اعتمد النظام ما أُدخل."

#: templates/timesheets/month_reopen.html
msgid "The earlier declaration and its paper stay on record."
msgstr "ويبقى الإقرار السابق ومستنده محفوظين."

#: templates/timesheets/month_reopen.html
#, python-format
msgid "The month could be opened again until %(date)s. Its hours change only by a correction now, which staff make."
msgstr "كان يمكن إعادة فتح الشهر حتى %(date)s. لا تتغيّر ساعاته الآن إلا بتصحيح يجريه الموظفون."

#: templates/usersessions/usersession_list.html
msgid "Where this account is signed in. Whoever finds a strange place here ends it and changes the password."
msgstr "أماكن تسجيل الدخول إلى هذا الحساب. وعند وجود مكان غير معروف تُنهى جلسته وتُغيَّر كلمة المرور."

#: templates/usersessions/usersession_list.html
#, python-format
msgid "Signed in %(at)s, last seen %(seen)s, address %(address)s"
msgstr "سُجّل الدخول %(at)s، آخر نشاط %(seen)s، العنوان %(address)s"

#: templates/usersessions/usersession_list.html
msgid "This session"
msgstr "هذه الجلسة"

#: templates/usersessions/usersession_list.html
msgid "End the session"
msgstr "إنهاء الجلسة"

#: templates/usersessions/usersession_list.html
msgid "No other session is known."
msgstr "لا توجد جلسات أخرى معروفة."

#: templates/usersessions/usersession_list.html
msgid "End all other sessions"
msgstr "إنهاء جميع الجلسات الأخرى"

#: apps/exchange/pages.py
#, python-format
msgid "Offers sent: %(count)s"
msgstr "العروض المرسلة: %(count)s"

#: apps/exchange/rules/uploads.py
msgid "No file was chosen"
msgstr "لم يُختر أي ملف"

#: apps/exchange/rules/uploads.py
msgid "Other hours of this person could not be imported, so these were left out too"
msgstr "تعذّر استيراد ساعات أخرى للشخص نفسه، فتُركت هذه أيضًا"

#: apps/contracts/rules.py
#, python-format
msgid "A renewal can be offered from %(first)s on, %(days)s days before the contract ends"
msgstr "يمكن عرض التجديد ابتداءً من %(first)s، أي قبل نهاية العقد بمدة %(days)s يومًا"

#: apps/portal/templatetags/hours_calendar.py
msgid "no hours"
msgstr "لا ساعات"

#: apps/timesheets/pages/review.py
#, python-format
msgid "Last day of the contract: %(date)s"
msgstr "آخر يوم في العقد: %(date)s"

#: templates/timesheets/_declaration.html
msgid "The hours of every subscriber as they were declared. The paper stays the same whatever becomes of the month."
msgstr "ساعات كل مشترك كما أُقِرَّ بها. يبقى المستند كما هو مهما تغيّر الشهر."

#: templates/timesheets/_declaration.html
msgid "The hours or the contracts of the month have changed since this declaration."
msgstr "تغيّرت ساعات الشهر أو عقوده بعد هذا الإقرار."
