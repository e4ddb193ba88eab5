"""``/api/v1/academic``: the lists that classes and people refer to."""

from enum import StrEnum

from sqlalchemy import select

from learnup_desktop.contract.routes import API
from learnup_desktop.contract.wire import Identifier, LocalizedText, Page, WireModel
from learnup_platform.db.models_academic import AcademicTermRecord, SubjectRecord
from learnup_platform.http.dependencies import CurrentAccount, Session
from learnup_platform.http.route import platform_router

router = platform_router("academic")


class AcademicList(StrEnum):
    """The lists, as the path names them; a term's ``kind`` is the singular."""

    SUBJECTS = "subjects"
    GRADES = "grades"
    MEDIUMS = "mediums"
    YEARS = "years"
    BATCHES = "batches"


KIND_OF_LIST = {
    AcademicList.GRADES: "grade",
    AcademicList.MEDIUMS: "medium",
    AcademicList.YEARS: "year",
    AcademicList.BATCHES: "batch",
}


class AcademicItem(WireModel):
    """An entry of a list."""

    id: Identifier
    code: str
    name: LocalizedText


@router.get(f"{API}/academic/{{name}}")
async def academic_list(name: AcademicList, session: Session, _principal: CurrentAccount) -> Page[AcademicItem]:
    """One of the lists, in the school's order."""
    if name is AcademicList.SUBJECTS:
        subjects = await session.scalars(select(SubjectRecord).order_by(SubjectRecord.colour, SubjectRecord.code))
        items = [AcademicItem(id=subject.id, code=subject.code, name=subject.name) for subject in subjects]
    else:
        terms = await session.scalars(
            select(AcademicTermRecord)
            .where(AcademicTermRecord.kind == KIND_OF_LIST[name])
            .order_by(AcademicTermRecord.position, AcademicTermRecord.code)
        )
        items = [AcademicItem(id=term.id, code=term.code, name=term.name) for term in terms]
    return Page[AcademicItem](items=items)
