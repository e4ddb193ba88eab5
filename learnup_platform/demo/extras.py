"""Modules that bring demo content of their own: one line each."""

from collections.abc import Awaitable, Callable

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_platform.context import PlatformContext
from learnup_platform.demo.exam_seed import seed_exams
from learnup_platform.demo.invoices import seed_invoices
from learnup_platform.demo.publications import seed_publications
from learnup_platform.demo.school import DemoSchool
from learnup_platform.demo.seminars import seed_seminars

Seeder = Callable[[AsyncSession, PlatformContext, DemoSchool], Awaitable[None]]
"""Adds (or, when the demo is started again later, brings up to ``school.now``) what a module shows. Safe to repeat."""

SEEDERS: tuple[Seeder, ...] = (seed_exams, seed_invoices, seed_publications, seed_seminars)
