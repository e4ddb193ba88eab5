"""When a school wants to be told of absences. Values are the platform's; these are what a new one begins with.

The rule itself is ``domain.attendance_risk``.
"""

from pydantic import Field

from learnup_desktop.contract.wire import WireModel


class AttendancePolicy(WireModel):
    """``GET/PUT attendance/policy``, and part of every class in the ``classes`` stream, so that it is known offline.

    Attributes:
        required_per_mille: least share attended of the lessons that count. 800: Sri Lanka's Ministry of Education asks
            for 80 % of school candidates of the G.C.E. (A/L).
        missed_per_mille: share missed for whatever reason from which somebody needs looking at. 100: one lesson in
            ten is what the United Kingdom's Department for Education calls persistent absence, excused ones included.
        absent_in_a_row: so many unexcused absences one after another. 3: twice may be one illness; a third lesson of
            the same class usually means a second week.
        late_in_last_ten: so often late in the last ten lessons attended or missed. 4: nearly every other one.
        fewest_lessons: shares say nothing before so many lessons are marked. 5: below it one absence is 20 % or more.
    """

    required_per_mille: int = Field(default=800, ge=0, le=1000)
    missed_per_mille: int = Field(default=100, ge=1, le=1000)
    absent_in_a_row: int = Field(default=3, ge=1, le=30)
    late_in_last_ten: int = Field(default=4, ge=1, le=10)
    fewest_lessons: int = Field(default=5, ge=1, le=100)
