// The page around the meeting: loads the host's IFrame API, passes commands in and events out, and nothing else.
// What it is told, the token among it, comes by channel and stays in this closure.
"use strict";

(() => {
  const LONGEST = 65536;
  const ALLOWANCE = 400;      // messages at once, and then
  const PER_SECOND = 100;     // as in learnup_desktop/meeting/event_reader.py, where it is checked again
  let bridge = null;
  let api = null;
  let attempt = 0;
  let known = new Set();
  let allowance = ALLOWANCE;
  let counted = performance.now();
  const unknown = new Set();

  function say(name, data) {
    const now = performance.now();
    allowance = Math.min(ALLOWANCE, allowance + (now - counted) / 1000 * PER_SECOND);
    counted = now;
    if (allowance < 1) return;
    allowance -= 1;
    let text;
    try {
      text = JSON.stringify(data === undefined ? {} : data);
    } catch {
      return;
    }
    if (typeof text === "string" && text.length <= LONGEST) bridge.said(attempt, name, text);
  }

  function heard(name, data) {
    if (typeof name !== "string" || name.startsWith("_")) return;
    if (known.has(name)) {
      say(name, data);
    } else if (unknown.size < 50 && !unknown.has(name)) {
      unknown.add(name);
      say("learnup.unknown", { name: name.slice(0, 100) });
    }
  }

  function open(options) {
    try {
      api = new window.JitsiMeetExternalAPI(options.domain, {
        ...options.meeting, parentNode: document.getElementById("meeting"),
      });
    } catch {
      say("learnup.apiMissing", {});
      return;
    }
    // Listening name by name would not show what a newer host has more than we know.
    const emit = api.emit.bind(api);
    api.emit = (name, ...rest) => {
      heard(name, rest[0]);
      return emit(name, ...rest);
    };
  }

  function begin(text) {
    const options = JSON.parse(text);
    attempt = options.attempt;
    known = new Set(options.events);
    const script = document.createElement("script");
    script.src = `https://${options.domain}/external_api.js`;
    script.onload = () => open(options);
    script.onerror = () => say("learnup.apiMissing", {});
    document.head.append(script);
  }

  function command(text) {
    const { name, arguments: values } = JSON.parse(text);
    if (api !== null) api.executeCommand(name, ...values);
  }

  function beat(number) {
    // Any answer will do, a refusal too: it comes from within the meeting.
    const alive = () => say("learnup.alive", { number });
    if (api !== null) api.isAudioMuted().then(alive, alive);
  }

  window.addEventListener("DOMContentLoaded", () => {
    new QWebChannel(window.qt.webChannelTransport, (channel) => {
      bridge = channel.objects.bridge;
      bridge.begin.connect(begin);
      bridge.command.connect(command);
      bridge.beat.connect(beat);
      bridge.opened();
    });
  });
})();
