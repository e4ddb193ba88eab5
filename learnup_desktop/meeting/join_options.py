"""What the meeting is told about itself: the options of ``JitsiMeetExternalAPI``, by the names of Jitsi's handbook."""

from learnup_desktop.meeting.messages import Devices, Join, Ticket

LANGUAGES = {"en": "en", "si": "en", "ta": "ta"}
"""Jitsi Meet speaks no Sinhala; what it lacks it says in English."""


def meeting_options(join: Join, ticket: Ticket, media_on: tuple[bool, bool] | None = None) -> dict[str, object]:
    """The options, but for the node it is put into.

    Args:
        join: what was chosen.
        ticket: the right to join.
        media_on: microphone and camera as they were before a rejoin; None: as chosen before joining.
    """
    audio_on, video_on = media_on if media_on is not None else (join.devices.audio_on, join.devices.video_on)
    options: dict[str, object] = {
        "roomName": ticket.room,
        "width": "100%",
        "height": "100%",
        "lang": LANGUAGES.get(join.look.language, "en"),
        "userInfo": {"displayName": join.name},
        "devices": _devices(join.devices),
        "configOverwrite": _configuration(join, audio_on=audio_on, video_on=video_on),
        "interfaceConfigOverwrite": {"MOBILE_APP_PROMO": False, "SHOW_CHROME_EXTENSION_BANNER": False},
    }
    token = ticket.token.get_secret_value()
    if token:
        options["jwt"] = token
    return options


def _devices(devices: Devices) -> dict[str, str]:
    names = {"audioInput": devices.microphone, "audioOutput": devices.speaker, "videoInput": devices.camera}
    return {kind: name for kind, name in names.items() if name}


def _configuration(join: Join, *, audio_on: bool, video_on: bool) -> dict[str, object]:
    return {
        "subject": join.title,
        "startWithAudioMuted": not audio_on,
        "startWithVideoMuted": not video_on,
        "startAudioOnly": join.low_line == "sound",
        # Devices were chosen and tested before; the name is the platform's.
        "prejoinConfig": {"enabled": False},
        "prejoinPageEnabled": False,
        "readOnlyName": True,
        "requireDisplayName": False,
        # There is no app to go to, nobody to invite and no page to close to.
        "disableDeepLinking": True,
        "disableInviteFunctions": True,
        "enableClosePage": False,
        "enableWelcomePage": False,
        "doNotStoreRoom": True,
        "enableCalendarIntegration": False,
        # Children's meetings are told to nobody else.
        "disableThirdPartyRequests": True,
        "analytics": {"disabled": True},
        "hideConferenceTimer": False,
    }
