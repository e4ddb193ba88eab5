"""Face enrolment: consent, templates and photograph under seal, a teacher's approval, and deletion that deletes."""
