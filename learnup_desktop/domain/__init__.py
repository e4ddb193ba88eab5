"""Pure rules, no input or output: what is true of timetables, exams, attendance and integrity, whoever asks."""
