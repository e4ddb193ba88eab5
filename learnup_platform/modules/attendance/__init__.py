"""Attendance: marks on a lesson's roll, merged by the rules that the client uses too."""
