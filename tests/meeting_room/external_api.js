"use strict";
(() => {
  let number = 0;
  const eventNames = %(events)s;
  const commandNames = %(commands)s;
  window.JitsiMeetExternalAPI = class {
    constructor(domain, options) {
      this.listeners = new Map();
      this.waiting = new Map();
      this.requests = 0;
      this.scope = `jitsi_meet_external_api_${number}`;
      const hash = [`jitsi_meet_external_api_id=${number}`];
      number += 1;
      for (const [group, values] of [["config", options.configOverwrite], ["userInfo", options.userInfo],
                                     ["devices", options.devices]]) {
        for (const [key, value] of Object.entries(values || {})) {
          hash.push(`${group}.${key}=${encodeURIComponent(JSON.stringify(value))}`);
        }
      }
      const query = options.jwt ? `?jwt=${options.jwt}` : "";
      this.frame = document.createElement("iframe");
      this.frame.allow = "autoplay; camera; clipboard-write; compute-pressure; display-capture; hid; microphone";
      this.frame.style.border = 0;
      this.frame.style.width = options.width;
      this.frame.style.height = options.height;
      this.frame.src = `https://${domain}/${options.roomName}${query}#${hash.join("&")}`;
      options.parentNode.appendChild(this.frame);
      window.addEventListener("message", (message) => this.received(message));
    }
    received(message) {
      if (message.source !== this.frame.contentWindow) return;
      let data;
      try { data = JSON.parse(message.data); } catch { return; }
      if (!data.postis || data.scope !== this.scope || data.method !== "message") return;
      const params = data.params;
      if (params.type === "response") {
        const answer = this.waiting.get(params.id);
        this.waiting.delete(params.id);
        if (answer) answer(params.result);
        return;
      }
      const { name, ...rest } = params.data;
      this.emit(eventNames[name] || name, rest);
    }
    send(params) {
      const text = JSON.stringify({ postis: true, scope: this.scope, method: "message", params });
      this.frame.contentWindow.postMessage(text, "*");
    }
    on(name, listener) { this.listeners.set(name, [...(this.listeners.get(name) || []), listener]); }
    emit(name, ...values) { for (const listener of this.listeners.get(name) || []) listener(...values); }
    executeCommand(name, ...values) {
      if (commandNames[name]) this.send({ type: "event", data: { name: commandNames[name], data: values } });
    }
    isAudioMuted() {
      this.requests += 1;
      const id = this.requests;
      return new Promise((answer) => {
        this.waiting.set(id, answer);
        this.send({ type: "request", id, data: { name: "is-audio-muted" } });
      });
    }
  };
})();
