"""Classes with rolls, timetable, materials and announcements."""
