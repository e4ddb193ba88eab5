"""What this domain brings to the platform."""

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.http.messages import register_messages
from learnup_platform.modules.module import Module
from learnup_platform.modules.payments.routes import router
from learnup_platform.modules.payments.sources import InvoiceSource

register_messages(
    {
        ErrorCode.PAYMENT_NOT_DUE: LocalizedText(
            en="This invoice is paid already, or was cancelled.",
            si="මෙම ඉන්වොයිසිය දැනටමත් ගෙවා ඇත, නැතහොත් අවලංගු කර ඇත.",
            ta="இந்த விலைப்பட்டியல் ஏற்கனவே செலுத்தப்பட்டது, அல்லது இரத்துச் செய்யப்பட்டது.",
        ),
        ErrorCode.PAYMENT_UNAVAILABLE: LocalizedText(
            en="Your school does not take payments here. Please ask the office.",
            si="ඔබේ පාසල මෙහි ගෙවීම් භාර නොගනී. කරුණාකර කාර්යාලයෙන් විමසන්න.",
            ta="உங்கள் பாடசாலை இங்கே கொடுப்பனவுகளை ஏற்பதில்லை. அலுவலகத்தில் கேளுங்கள்.",
        ),
    }
)

MODULE = Module(router=router, streams={Stream.INVOICES: InvoiceSource()})
