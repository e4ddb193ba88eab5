"""``exams/{id}/{results,analysis,rankings,paper/images}``: for those who teach the class."""

from fastapi import Response

from learnup_desktop.contract import routes
from learnup_desktop.contract.results import ExamAnalysis, ExamResults, PublishRequest, RankLine, ResultsState
from learnup_desktop.contract.wire import Page
from learnup_platform.http.dependencies import Context, Now, Session, Teacher
from learnup_platform.http.route import platform_router
from learnup_platform.modules.exams import analysis, paper_images, results

router = platform_router("results")


@router.get(routes.RESULTS)
async def exam_results(id: str, session: Session, principal: Teacher, now: Now) -> ExamResults:
    """Everybody's marks, with the questions: what it takes to mark."""
    return await results.results_of(session, principal, id, now)


@router.post(routes.RESULTS)
async def publish(id: str, body: PublishRequest, session: Session, principal: Teacher, now: Now) -> ResultsState:
    """Tell the students their marks."""
    return await results.publish(session, principal, id, body, now)


@router.get(routes.PAPER_IMAGE, response_class=Response)
async def paper_image(id: str, name: str, session: Session, context: Context, principal: Teacher) -> Response:
    """A picture of the paper, for who marks it."""
    media_type, data = await paper_images.image_of(context, session, principal, id, name)
    return Response(data, media_type=media_type, headers={"x-content-type-options": "nosniff"})


@router.get(routes.ANALYSIS)
async def exam_analysis(id: str, session: Session, principal: Teacher, now: Now) -> ExamAnalysis:
    """How the paper and its questions did."""
    return await analysis.analysis_of(session, principal, id, now)


@router.get(routes.RANKINGS)
async def rankings(id: str, session: Session, principal: Teacher, now: Now) -> Page[RankLine]:
    """Places of those who are wholly marked."""
    return Page[RankLine](items=await results.rankings_of(session, principal, id, now))
