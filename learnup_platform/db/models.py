"""Imports every models module, so that the metadata knows all tables. One line a domain."""

from learnup_platform.db import (
    models_academic,
    models_attendance,
    models_branches,
    models_exams,
    models_face,
    models_materials,
    models_meetings,
    models_payments,
    models_people,
    models_results,
    models_seminars,
    models_study,
    models_system,
)

__all__ = [
    "models_academic",
    "models_attendance",
    "models_branches",
    "models_exams",
    "models_face",
    "models_materials",
    "models_meetings",
    "models_payments",
    "models_people",
    "models_results",
    "models_seminars",
    "models_study",
    "models_system",
]
