"""A student's computer in a process of its own, typing an essay until somebody pulls the plug.

``python -m tests.integration.sitting_child URL FOLDER``: signs in, starts the open exam, answers four questions and
then types on without an end; says on stdout, line by line, what the student has typed so far.
"""

import asyncio
import json
import sys
import time
from pathlib import Path

from learnup_desktop.contract.exams import ChoiceAnswer, EssayQuestion, SingleChoiceQuestion, TextAnswer
from learnup_desktop.features.exams.sitting import Sitting
from tests.integration.client_side import signed_in
from tests.integration.exam_side import exams_service, start_open_exam

KEY_SECONDS = 0.05


def say(**words: object) -> None:
    """One line to the parent."""
    print(json.dumps(words), flush=True)


async def type_on(sitting: Sitting) -> None:
    """Four answers, then an essay that never ends."""
    for index, question in enumerate(sitting.sheet.questions[:4]):
        sitting.go_to(index)
        if isinstance(question, SingleChoiceQuestion):
            sitting.edit(question.id, ChoiceAnswer(choices=[question.choices[1].id]))
        else:
            sitting.edit(question.id, TextAnswer(text="4"))
        await asyncio.sleep(0.1)
    essay = next(i for i, question in enumerate(sitting.sheet.questions) if isinstance(question, EssayQuestion))
    sitting.go_to(essay)
    say(attempt=sitting.meta.attempt_id, exam=sitting.meta.exam_id, question=essay)
    text = ""
    while True:
        text += "word "
        sitting.edit(sitting.sheet.question.id, TextAnswer(text=text))
        say(at=time.time(), length=len(text))
        await asyncio.sleep(KEY_SECONDS)


async def main(url: str, folder: Path) -> None:
    """Until killed."""
    async with signed_in(url, folder, "nimali") as side:
        side.sync.start()
        await side.sync.engine.pull()
        service = exams_service(side)
        sitting = await start_open_exam(side, service)
        await type_on(sitting)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
