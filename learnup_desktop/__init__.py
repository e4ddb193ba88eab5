"""LearnUp Desktop: proctored exams, attendance and timetables that work without a network."""

__version__ = "0.1.0"
