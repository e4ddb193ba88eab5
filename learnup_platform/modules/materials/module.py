"""What this domain brings to the platform."""

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.http.messages import register_messages
from learnup_platform.modules.materials.publications import end_overdue
from learnup_platform.modules.materials.routes import router
from learnup_platform.modules.materials.sources import MaterialSource
from learnup_platform.modules.materials.uploads import forget_old_uploads
from learnup_platform.modules.module import Job, Module

register_messages(
    {
        ErrorCode.UPLOAD_GAP: LocalizedText(
            en="A part of the file is still missing. Sending goes on from there.",
            si="ගොනුවේ කොටසක් තවම නැත. එතැන් සිට යැවීම දිගටම සිදු වේ.",
            ta="கோப்பின் ஒரு பகுதி இன்னும் வரவில்லை. அங்கிருந்து அனுப்புதல் தொடரும்.",
        ),
        ErrorCode.UPLOAD_WRONG: LocalizedText(
            en="What arrived is not the file that was sent. Please send it again.",
            si="ලැබුණේ යැවූ ගොනුව නොවේ. කරුණාකර නැවත යවන්න.",
            ta="வந்தது அனுப்பிய கோப்பு அல்ல. மீண்டும் அனுப்பவும்.",
        ),
        ErrorCode.MATERIAL_KIND: LocalizedText(
            en="A file of this kind cannot be put up, or it is not what its name says.",
            si="මෙවැනි ගොනුවක් පළ කළ නොහැක, නැතහොත් එය නමින් කියන දෙය නොවේ.",
            ta="இந்த வகைக் கோப்பை வெளியிட முடியாது, அல்லது அது பெயர் கூறுவது அல்ல.",
        ),
    }
)

MODULE = Module(
    router=router,
    streams={Stream.MATERIALS: MaterialSource()},
    jobs=(
        Job("end-publications", 300.0, end_overdue),
        Job("forget-uploads", 3600.0, forget_old_uploads),
    ),
)
