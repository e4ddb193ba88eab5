"""Paths of the REST interface, so that client and platform cannot spell them differently.

Templates take ``str.format``; ids are UUIDs and need no quoting.
"""

API = "/api/v1"

WELL_KNOWN = "/.well-known/learnup"
HEALTH = "/health"
TIME = f"{API}/time"
SYSTEM_SETTINGS = f"{API}/system/settings"
AUDIT_LOGS = f"{API}/audit-logs"
ERROR_LOGS = f"{API}/error-logs"
ANALYTICS = f"{API}/analytics"

LOGIN = f"{API}/auth/login"
REFRESH = f"{API}/auth/refresh"
LOGOUT = f"{API}/auth/logout"
ME = f"{API}/auth/me"
SESSIONS = f"{API}/auth/sessions"
SESSION = f"{API}/auth/sessions/{{id}}"
PASSWORD_CHANGE = f"{API}/auth/password/change"
PASSWORD_FORGOT = f"{API}/auth/password/forgot"
PASSWORD_RESET = f"{API}/auth/password/reset"
EMAIL_VERIFY = f"{API}/auth/email/verify"
SECURITY_LOG = f"{API}/auth/security-log"

SYNC = f"{API}/sync"
SYNC_SNAPSHOT = f"{API}/sync/snapshot"

CLASSES = f"{API}/classes"
CLASS = f"{API}/classes/{{id}}"
CLASS_STUDENTS = f"{API}/classes/{{id}}/students"
CLASS_LESSONS = f"{API}/classes/{{id}}/sessions"
TIMETABLE = f"{API}/timetable"
RESCHEDULE = f"{API}/sessions/{{id}}/reschedule"

EXAMS = f"{API}/exams"
EXAM = f"{API}/exams/{{id}}"
PAPER = f"{API}/exams/{{id}}/paper"
PREPARATION = f"{API}/exams/{{id}}/preparation"
ATTEMPTS = f"{API}/exams/{{id}}/attempts"
ATTEMPT = f"{API}/attempts/{{id}}"
LEASE = f"{API}/attempts/{{id}}/lease"
LOG = f"{API}/attempts/{{id}}/log"
EVIDENCE = f"{API}/attempts/{{id}}/evidence/{{sha256}}"
SUBMIT = f"{API}/attempts/{{id}}/submit"
INTEGRITY = f"{API}/attempts/{{id}}/integrity"

ATTENDANCE = f"{API}/sessions/{{id}}/attendance"
MY_ATTENDANCE = f"{API}/attendance/me"

ENROLMENTS = f"{API}/face/enrolments"
ENROLMENT = f"{API}/face/enrolments/{{id}}"
ENROLMENT_DECISION = f"{API}/face/enrolments/{{id}}/decision"
ENROLMENT_PHOTO = f"{API}/face/enrolments/{{id}}/photo"
FACE_MODELS = f"{API}/face/models"

MATERIALS = f"{API}/materials"
MATERIAL_CONTENT = f"{API}/materials/{{id}}/content"
ANNOUNCEMENTS = f"{API}/announcements"
ANNOUNCEMENT_READ = f"{API}/announcements/{{id}}/read"

EXTEND = f"{API}/attempts/{{id}}/extend"
WARN = f"{API}/attempts/{{id}}/warn"
PAUSE = f"{API}/attempts/{{id}}/pause"
RESUME = f"{API}/attempts/{{id}}/resume"
INTEGRITY_REPLY = f"{API}/integrity/{{id}}/reply"
INTEGRITY_DECISION = f"{API}/integrity/{{id}}/decision"
CLASS_ATTENDANCE = f"{API}/classes/{{id}}/attendance/summary"
ENROLMENT_PHOTO = f"{API}/face/enrolments/{{id}}/photo"

VERIFY_RECEIPT = f"{API}/receipts/verify"
RECEIPT_OF_CODE = f"{API}/receipts/{{code}}"
