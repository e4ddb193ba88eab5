"""The Qt toolkit that every page is built on. It knows no feature.

================  =====================================================================================================
``theme``         ``theme().color("accent")``, ``.px(12)``, ``.space(4)``, ``.radius("card")``, ``.font("title")``,
                  ``.subject_color("physics")``, ``.motion_ms()``, signal ``changed``; ``.apply(app, scheme, zoom)``;
                  ``.follow(self._retheme)``, and ``.dress(line)`` for every stock control (``QLineEdit``, ``QMenu``, …)
``icons``         ``icon("calendar", role="text-muted")`` for actions, ``paint_icon(painter, name, rect, color)``
``widgets``       cards, rows, buttons, fields, pills, the four list states, grids, ``PageFrame``. ``Label`` never
shrinks:
                  where room may be short use ``ElidedLabel``, ``WrapLabel`` or ``TwoLines``, and ``FlowRow`` for
                  buttons
``tasks``         ``TaskScope(self).run(work, on_success=…)`` and ``.latest("key", work, …)``
``notices``       ``say("positive", "key")``, ``say_text("info", self.tr("…"))``, ``report(error)``
``dialogs``       ``await ask(self, title, text, [Choice("go", self.tr("Go"), "primary")])``, ``confirm``,
                  ``tell``, ``await open_dialog(dialog)``, ``open_menu``, ``choose_file_to_save``
``i18n``          ``format_time``, ``format_date``, ``format_ago``, ``format_duration``,
                  ``format_moment``, ``format_bytes``, ``greeting``, ``translate_key``, ``set_language``
``messages``      ``register({"exam.closed": QT_TRANSLATE_NOOP("Messages", "…")})`` for a feature's own keys
``routes``        ``Route(name, title, icon, build, roles, order)`` and what the frame offers a page (``PageContext``)
``gradual``       ``Gradual(self).start(generator)``: a long list is built over several turns of the loop
``loop``          ``run(app, main)``; ``watchdog``: names what blocks the loop
================  =====================================================================================================

A page::

    class TodayPage(PageFrame):
        def __init__(self, service: TodayService, context: PageContext) -> None:
            super().__init__()
            self.tasks = TaskScope(self)
            self.lessons = Column(gap=0)                       # distances are units of the 4-px grid
            rows = QWidget()
            rows.setLayout(self.lessons)
            self.stack = StateStack(rows, empty=EmptyState(icon="calendar-blank-outline"))
            self.stack.retry_requested.connect(self.reload)
            self.card = Card()
            self.card.add(self.stack)
            self.add(self.card)
            self.finish()                                      # push everything to the top
            self.service = service
            self.retranslate()

        def retranslate(self) -> None:                         # called on every change of language
            self.card.set_title(self.tr("Today"))
            self.stack.empty.set(self.tr("No lessons today"), icon="calendar-blank-outline")

        def activated(self, parameters: dict[str, object]) -> None:
            self.reload()

        def reload(self) -> None:
            self.stack.show_loading()
            self.tasks.latest("load", self.service.today, on_success=self.show, on_failure=self.stack.show_error)

    def routes(service: TodayService) -> list[Route]:
        return [Route("today", lambda: QCoreApplication.translate("Navigation", "Today"), "home-outline",
                      build=lambda context: TodayPage(service, context), order=10)]

Rules: no ``exec()``, no ``setStyleSheet``, no colour outside ``theme``; every text through ``self.tr``; nothing said by
colour alone; every control has an accessible name; sizes only through ``theme().px`` or grid units, so
that 200 % works.
A widget that paints itself calls ``theme().follow(self.update)`` and asks for colours in ``paintEvent``. No turn of the
loop takes longer than 16 ms: what is long comes through ``Gradual``, what blocks goes to a thread.
"""
