<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="si_LK" sourcelanguage="en_GB">
<context>
    <name>Absences</name>
    <message>
        <source>You were marked absent</source>
        <translation>ඔබ නොපැමිණි ලෙස සලකුණු කර ඇත</translation>
    </message>
    <message>
        <source>Your attendance was corrected</source>
        <translation>ඔබේ පැමිණීම නිවැරදි කර ඇත</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Administrator</source>
        <translation>පරිපාලක</translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation>අවම වශයෙන් අකුරු {count}ක්.</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>මුරපදය වෙනස් කරන්න</translation>
    </message>
    <message>
        <source>Everything you wrote is at school. What is stored on this computer stays for your next visit.</source>
        <translation>ඔබ ලියූ සියල්ල පාසලට ලැබී ඇත. මේ පරිගණකයේ ඇති දේ ඔබ ඊළඟට එන තුරු එලෙසම තිබේ.</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>ශ්‍රේණිය</translation>
    </message>
    <message>
        <source>Index number</source>
        <translation>සිසු අංකය</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>මාධ්‍යය</translation>
    </message>
    <message>
        <source>Name to sign in with</source>
        <translation>පිවිසීමේ නම</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>නව මුරපදය</translation>
    </message>
    <message>
        <source>No device is signed in</source>
        <translation>කිසිදු උපාංගයක් පිවිසී නැත</translation>
    </message>
    <message>
        <source>One thing you wrote is only on this computer. It stays here and is sent after you sign in again on this computer.</source>
        <translation>ඔබ ලියූ එක් දෙයක් ඇත්තේ මේ පරිගණකයේ පමණි. එය මෙහි රැඳී, ඔබ මේ පරිගණකයෙන්ම නැවත පිවිසුණු පසු යවනු ලැබේ.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>මුරපදය</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>දැනට ඇති මුරපදය</translation>
    </message>
    <message>
        <source>School</source>
        <translation>පාසල</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>ඉවත් වන්න</translation>
    </message>
    <message>
        <source>Sign out of LearnUp?</source>
        <translation>LearnUp වෙතින් ඉවත් වන්නද?</translation>
    </message>
    <message>
        <source>Sign out {device}</source>
        <translation>{device} ඉවත් කරන්න</translation>
    </message>
    <message>
        <source>Signed-in devices</source>
        <translation>පිවිසී ඇති උපාංග</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>පිවිසී සිටින්න</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>සිසුවා</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>ගුරුවරයා</translation>
    </message>
    <message>
        <source>The password was changed</source>
        <translation>මුරපදය වෙනස් විය</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>මේ පරිගණකය</translation>
    </message>
    <message>
        <source>This computer has no safe place for passwords</source>
        <translation>මේ පරිගණකයේ මුරපද තැබීමට ආරක්ෂිත තැනක් නැත</translation>
    </message>
    <message>
        <source>This password is too easy to guess. Choose a longer one.</source>
        <translation>මෙම මුරපදය අනුමාන කිරීම පහසු වැඩිය. මීට වඩා දිගු එකක් තෝරන්න.</translation>
    </message>
    <message>
        <source>Type your present password.</source>
        <translation>දැනට ඇති මුරපදය ලියන්න.</translation>
    </message>
    <message>
        <source>Unnamed device</source>
        <translation>නමක් නැති උපාංගය</translation>
    </message>
    <message>
        <source>You stay signed in until LearnUp is closed, and sign in again next time.</source>
        <translation>LearnUp වසන තුරු ඔබ පිවිසී සිටී. ඊළඟ වතාවේ නැවත පිවිසෙන්න.</translation>
    </message>
    <message>
        <source>last seen {time}</source>
        <translation>අවසන් වරට {time}</translation>
    </message>
    <message>
        <source>{count} things you wrote are only on this computer. They stay here and are sent after you sign in again on this computer.</source>
        <translation>ඔබ ලියූ දේවල් {count}ක් ඇත්තේ මේ පරිගණකයේ පමණි. ඒවා මෙහි රැඳී, ඔබ මේ පරිගණකයෙන්ම නැවත පිවිසුණු පසු යවනු ලැබේ.</translation>
    </message>
</context>
<context>
    <name>AnalysisView</name>
    <message>
        <source>Loading…</source>
        <translation>පූරණය වෙමින්…</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>ලකුණු</translation>
    </message>
    <message>
        <source>Nobody&apos;s answers are wholly marked yet.</source>
        <translation>තවම කිසිවකුගේ පිළිතුරු සියල්ලට ලකුණු දී නැත.</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>ප්‍රශ්නය {number}</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>ප්‍රශ්න</translation>
    </message>
    <message>
        <source>Solved: the share of the marks that was earned. Separates: how much better the best 27 % did than the weakest 27 %.</source>
        <translation>විසඳූ: ලබාගත් ලකුණු අනුපාතය. වෙන් කරයි: හොඳම 27 % දුර්වලම 27 % ට වඩා කෙතරම් හොඳින් කළේ ද යන්න.</translation>
    </message>
    <message>
        <source>answered by {n} of {all}</source>
        <translation>{all} දෙනාගෙන් {n} දෙනෙක් පිළිතුරු දුන්හ</translation>
    </message>
    <message>
        <source>chosen: {list}</source>
        <translation>තේරූ: {list}</translation>
    </message>
    <message>
        <source>easy</source>
        <translation>පහසුයි</translation>
    </message>
    <message>
        <source>from {low} to {high}</source>
        <translation>{low} සිට {high} දක්වා</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>අමාරුයි</translation>
    </message>
    <message>
        <source>look at it: the weaker did better</source>
        <translation>බලන්න: දුර්වලයෝ වඩා හොඳින් කළහ</translation>
    </message>
    <message>
        <source>mean {n} of {all}</source>
        <translation>මධ්‍යන්‍යය {all} න් {n}</translation>
    </message>
    <message>
        <source>middle {n}</source>
        <translation>මධ්‍යස්ථය {n}</translation>
    </message>
    <message>
        <source>reliability {n}</source>
        <translation>විශ්වාසනීයත්වය {n}</translation>
    </message>
    <message>
        <source>separates little</source>
        <translation>වෙන් කරන්නේ සුළුවෙනි</translation>
    </message>
    <message>
        <source>separates {n}</source>
        <translation>වෙන් කරයි {n}</translation>
    </message>
    <message>
        <source>solved {n}</source>
        <translation>විසඳූ {n}</translation>
    </message>
    <message>
        <source>spread {n}</source>
        <translation>අපගමනය {n}</translation>
    </message>
    <message>
        <source>with the rest {n}</source>
        <translation>ඉතිරිය සමඟ {n}</translation>
    </message>
    <message>
        <source>{n} students</source>
        <translation>සිසුන් {n}</translation>
    </message>
    <message>
        <source>{n} students wholly marked</source>
        <translation>සියල්ලට ලකුණු ලැබූ සිසුන් {n}</translation>
    </message>
</context>
<context>
    <name>AnnouncementsCard</name>
    <message>
        <source>Announcements</source>
        <translation>නිවේදන</translation>
    </message>
    <message>
        <source>Unread · {count}</source>
        <translation>නොකියවූ · {count}</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>A damaged file could not be read. It is kept for support.</source>
        <translation>හානි වූ ගොනුවක් කියවිය නොහැකි විය. සහාය සඳහා එය තබා ඇත.</translation>
    </message>
    <message>
        <source>A damaged file was repaired. What you wrote is there.</source>
        <translation>හානි වූ ගොනුවක් යථා තත්ත්වයට පත් කළා. ඔබ ලියූ දේ එහි ඇත.</translation>
    </message>
    <message>
        <source>A damaged file was replaced by its last backup.</source>
        <translation>හානි වූ ගොනුවක් වෙනුවට එහි අවසන් උපස්ථය යොදා ගත්තා.</translation>
    </message>
    <message>
        <source>The demo school is starting…</source>
        <translation>ආදර්ශ පාසල ආරම්භ වෙමින්…</translation>
    </message>
    <message>
        <source>The first time this takes a few seconds.</source>
        <translation>පළමු වතාවේ තත්පර කිහිපයක් ගත වේ.</translation>
    </message>
    <message>
        <source>They are as new. What was there is kept in {file}.</source>
        <translation>ඒවා අලුතෙන් පටන් ගෙන ඇත. කලින් තිබූ දේ {file} හි තබා ඇත.</translation>
    </message>
    <message>
        <source>Your settings could not be read</source>
        <translation>ඔබේ සැකසුම් කියවිය නොහැකි විය</translation>
    </message>
</context>
<context>
    <name>ApprovalPage</name>
    <message>
        <source>Agreed {when}</source>
        <translation>එකඟ වූයේ {when}</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>අනුමත කරන්න</translation>
    </message>
    <message>
        <source>Faces to approve</source>
        <translation>මුහුණු අනුමැතිය</translation>
    </message>
    <message>
        <source>Is this the student? Approve only whom you know. The photograph is used for nothing else.</source>
        <translation>මේ එම සිසුවාද? ඔබ හඳුනන අය පමණක් අනුමත කරන්න. ඡායාරූපය වෙන කිසිවකට භාවිත නොවේ.</translation>
    </message>
    <message>
        <source>No photograph now</source>
        <translation>දැන් ඡායාරූපයක් නැත</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>කිසිවෙක් බලා නොසිටී</translation>
    </message>
    <message>
        <source>Photograph of {name}</source>
        <translation>{name}ගේ ඡායාරූපය</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>ප්‍රතික්ෂේප කරන්න</translation>
    </message>
    <message>
        <source>Students enrol on their own computer; they appear here.</source>
        <translation>සිසුන් තම පරිගණකයෙන් මුහුණ ලියාපදිංචි කළ විට මෙහි පෙනේ.</translation>
    </message>
</context>
<context>
    <name>ArrangementDialog</name>
    <message>
        <source>Arrange</source>
        <translation>සකසන්න</translation>
    </message>
    <message>
        <source>Arranged for {name}</source>
        <translation>{name} සඳහා කළ විශේෂ පහසුකම්</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>අවලංගු කරන්න</translation>
    </message>
    <message>
        <source>What is ticked is not recorded for this student, who sees it.</source>
        <translation>සලකුණු කළ දේ මෙම සිසුවා සඳහා සටහන් නොකෙරේ; සිසුවාට එය පෙනේ.</translation>
    </message>
    <message>
        <source>Why (the student reads it)</source>
        <translation>හේතුව (සිසුවා එය කියවයි)</translation>
    </message>
</context>
<context>
    <name>AsideCard</name>
    <message>
        <source>Arrived after the exam was handed in.</source>
        <translation>විභාගය භාර දුන් පසු ලැබුණි.</translation>
    </message>
    <message>
        <source>Arrived after the time was over.</source>
        <translation>කාලය අවසන් වූ පසු ලැබුණි.</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>ගණන් ගැනේ</translation>
    </message>
    <message>
        <source>Decided by {name}, {time}</source>
        <translation>තීරණය කළේ {name}, {time}</translation>
    </message>
    <message>
        <source>From an emergency file.</source>
        <translation>හදිසි ගොනුවකින්.</translation>
    </message>
    <message>
        <source>It counted until another answer was taken in its place.</source>
        <translation>වෙනත් පිළිතුරක් ඒ වෙනුවට ගන්නා තෙක් මෙය ගණන් ගැනුණි.</translation>
    </message>
    <message>
        <source>Keep it aside</source>
        <translation>පසෙකින් තබන්න</translation>
    </message>
    <message>
        <source>Let this one count</source>
        <translation>මෙය ගණන් ගන්න</translation>
    </message>
    <message>
        <source>Not in the form that the question asks for, or outside its section&apos;s time.</source>
        <translation>ප්‍රශ්නය අසන ආකාරයට නොවේ, නැතහොත් එහි කොටසේ කාලයෙන් පිට.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>කිසිවක් නැත</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>පසෙකට තැබූ</translation>
    </message>
    <message>
        <source>The exam was cancelled.</source>
        <translation>විභාගය අවලංගු කරන ලදී.</translation>
    </message>
    <message>
        <source>The question had been marked already; the mark was not changed.</source>
        <translation>ප්‍රශ්නයට දැනටමත් ලකුණු දී තිබුණි; එය වෙනස් නොවුණි.</translation>
    </message>
    <message>
        <source>The question was withdrawn.</source>
        <translation>ප්‍රශ්නය ඉවත් කරන ලදී.</translation>
    </message>
    <message>
        <source>Why (stays in the record)</source>
        <translation>හේතුව (වාර්තාවේ රැඳේ)</translation>
    </message>
    <message>
        <source>Written on a computer that had lost its seat to another one.</source>
        <translation>වෙනත් පරිගණකයකට තම අසුන අහිමි වූ පරිගණකයක ලියූවකි.</translation>
    </message>
    <message>
        <source>arrived {time}</source>
        <translation>ලැබුණේ {time}</translation>
    </message>
    <message>
        <source>counts now</source>
        <translation>දැන් ගණන් ගැනේ</translation>
    </message>
    <message>
        <source>on {device}</source>
        <translation>{device} හි</translation>
    </message>
    <message>
        <source>stays aside</source>
        <translation>පසෙකින් පවතී</translation>
    </message>
    <message>
        <source>{length} after the end</source>
        <translation>අවසානයෙන් {length} කට පසු</translation>
    </message>
    <message>
        <source>{name} · question {number}</source>
        <translation>{name} · ප්‍රශ්නය {number}</translation>
    </message>
</context>
<context>
    <name>AsideView</name>
    <message>
        <source>Every answer that was written counts.</source>
        <translation>ලියූ සියලු පිළිතුරු ගණන් ගැනේ.</translation>
    </message>
    <message>
        <source>Nothing was set aside</source>
        <translation>කිසිවක් පසෙකට තබා නැත</translation>
    </message>
    <message>
        <source>What students wrote and what does not count by itself: it came late, from a computer that had lost its seat, or in an emergency file. Nothing is thrown away. You decide what counts.</source>
        <translation>සිසුන් ලියූ, එහෙත් ඉබේ ගණන් නොගැනෙන දේ: ප්‍රමාද වී, අසුන අහිමි වූ පරිගණකයකින්, නැතහොත් හදිසි ගොනුවකින් ලැබුණි. කිසිවක් ඉවත නොදැමේ. ගණන් ගන්නේ කුමක්දැයි ඔබ තීරණය කරන්න.</translation>
    </message>
</context>
<context>
    <name>AttendancePage</name>
    <message>
        <source>Absent</source>
        <translation>නොපැමිණි</translation>
    </message>
    <message>
        <source>All present</source>
        <translation>සියල්ලෝ පැමිණ ඇත</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>කාඩ්පත්</translation>
    </message>
    <message>
        <source>Changed on another screen</source>
        <translation>වෙනත් තිරයක වෙනස් විය</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>අවසර ලත්</translation>
    </message>
    <message>
        <source>Find by name or number</source>
        <translation>නම හෝ අංකයෙන් සොයන්න</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>මෙය හරිද?</translation>
    </message>
    <message>
        <source>It is fetched as soon as there is a network.</source>
        <translation>ජාලය ලැබුණු වහාම එය ලබා ගනී.</translation>
    </message>
    <message>
        <source>Join times</source>
        <translation>එක් වූ වේලාවන්</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>ප්‍රමාද</translation>
    </message>
    <message>
        <source>Late {minutes} min</source>
        <translation>මිනි. {minutes} ප්‍රමාදයි</translation>
    </message>
    <message>
        <source>Lessons of the last seven days appear here.</source>
        <translation>පසුගිය දින හතේ පාඩම් මෙහි පෙනේ.</translation>
    </message>
    <message>
        <source>Mark by camera or photographs (F3)</source>
        <translation>කැමරාවෙන් හෝ ඡායාරූපවලින් සලකුණු කරන්න (F3)</translation>
    </message>
    <message>
        <source>Mark by student card (F2)</source>
        <translation>සිසු කාඩ්පතෙන් සලකුණු කරන්න (F2)</translation>
    </message>
    <message>
        <source>Mark by who was in the meeting (F6)</source>
        <translation>හමුවේ සිටි අය අනුව සලකුණු කරන්න (F6)</translation>
    </message>
    <message>
        <source>Marks everybody who has no mark yet (Ctrl A)</source>
        <translation>තවම සලකුණක් නැති සියලු දෙනා සලකුණු කරයි (Ctrl A)</translation>
    </message>
    <message>
        <source>No lessons to mark</source>
        <translation>සලකුණු කිරීමට පාඩම් නැත</translation>
    </message>
    <message>
        <source>Other lesson</source>
        <translation>වෙනත් පාඩමක්</translation>
    </message>
    <message>
        <source>P present · L late · A absent · E excused · Del takes the mark away · arrows move · Enter minutes or note · type a name or / to find · Ctrl Z undo. Marks are kept on this PC and sent when the network is back.</source>
        <translation>P පැමිණි · L ප්‍රමාද · A නොපැමිණි · E අවසර · Del සලකුණ ඉවත් කරයි · ඊතල ගෙනයයි · Enter මිනිත්තු හෝ සටහන · සෙවීමට නමක් හෝ / ටයිප් කරන්න · Ctrl Z අහෝසි. සලකුණු මෙම පරිගණකයේ තබා ජාලය ලැබුණු විට යවයි.</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>පැමිණ ඇත</translation>
    </message>
    <message>
        <source>Record and register of this class</source>
        <translation>මෙම පන්තියේ වාර්තාව සහ ලේඛනය</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>යළි කරන්න</translation>
    </message>
    <message>
        <source>Roll call</source>
        <translation>නාම ඇමතීම</translation>
    </message>
    <message>
        <source>The roll of this class is not on this computer yet</source>
        <translation>මේ පන්තියේ නාම ලේඛනය තවම මේ පරිගණකයේ නැත</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>අද</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>අහෝසි</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>{time} වන විට</translation>
    </message>
    <message>
        <source>by camera</source>
        <translation>කැමරාවෙන්</translation>
    </message>
    <message>
        <source>by card</source>
        <translation>කාඩ්පතෙන්</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>අතින්</translation>
    </message>
    <message>
        <source>by join time</source>
        <translation>එක් වූ වේලාව අනුව</translation>
    </message>
    <message>
        <source>camera {likeness}</source>
        <translation>කැමරාව {likeness}</translation>
    </message>
    <message>
        <source>last lesson: {state}</source>
        <translation>පසුගිය පාඩම: {state}</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>භාර ගත්තේ නැත</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>සලකුණු කර නැත</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>තවම සුරැකී නැත</translation>
    </message>
    <message>
        <source>on this PC</source>
        <translation>මේ පරිගණකයේ</translation>
    </message>
    <message>
        <source>online</source>
        <translation>මාර්ගගත</translation>
    </message>
    <message>
        <source>{count} on the roll</source>
        <translation>නාම ලේඛනයේ {count}යි</translation>
    </message>
</context>
<context>
    <name>AttendanceRecord</name>
    <message>
        <source>absent several times in a row</source>
        <translation>දිගටම කිහිප වරක් නොපැමිණ ඇත</translation>
    </message>
    <message>
        <source>below what is required</source>
        <translation>අවශ්‍ය ප්‍රමාණයට වඩා අඩුයි</translation>
    </message>
    <message>
        <source>missed many lessons</source>
        <translation>පාඩම් බොහොමයක් මඟ හැරී ඇත</translation>
    </message>
    <message>
        <source>often late</source>
        <translation>නිතර ප්‍රමාදයි</translation>
    </message>
</context>
<context>
    <name>BlanksEditor</name>
    <message>
        <source>Choose…</source>
        <translation>තෝරන්න…</translation>
    </message>
    <message>
        <source>Gap {n}</source>
        <translation>හිස්තැන {n}</translation>
    </message>
</context>
<context>
    <name>CalculatorPanel</name>
    <message>
        <source>Clear</source>
        <translation>මකන්න</translation>
    </message>
    <message>
        <source>Degrees</source>
        <translation>අංශක</translation>
    </message>
    <message>
        <source>Delete the last sign</source>
        <translation>අවසන් සලකුණ මකන්න</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>ප්‍රකාශනය</translation>
    </message>
    <message>
        <source>For instance 2π√(0.8÷9.8)</source>
        <translation>උදා: 2π√(0.8÷9.8)</translation>
    </message>
    <message>
        <source>Radians</source>
        <translation>රේඩියන්</translation>
    </message>
    <message>
        <source>Result: {value}</source>
        <translation>ප්‍රතිඵලය: {value}</translation>
    </message>
    <message>
        <source>Square root</source>
        <translation>වර්ගමූලය</translation>
    </message>
    <message>
        <source>The result is too large.</source>
        <translation>ප්‍රතිඵලය විශාල වැඩියි.</translation>
    </message>
    <message>
        <source>This cannot be read. Look at the brackets and signs.</source>
        <translation>මෙය කියවිය නොහැක. වරහන් සහ සලකුණු බලන්න.</translation>
    </message>
    <message>
        <source>This has no value, for instance a division by 0.</source>
        <translation>මෙයට අගයක් නැත; උදා: 0 න් බෙදීම.</translation>
    </message>
</context>
<context>
    <name>CameraPicture</name>
    <message>
        <source>Your camera&apos;s picture</source>
        <translation>ඔබේ කැමරාවේ රූපය</translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>A card needs a question and an answer.</source>
        <translation>කාඩ්පතකට ප්‍රශ්නයක් සහ පිළිතුරක් අවශ්‍යයි.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>පිළිතුර</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>අවලංගු කරන්න</translation>
    </message>
    <message>
        <source>Hide the selected words</source>
        <translation>තෝරාගත් වචන සඟවන්න</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>ප්‍රශ්නය</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>සුරකින්න</translation>
    </message>
</context>
<context>
    <name>CardSheet</name>
    <message>
        <source>valid until {date}</source>
        <translation>{date} දක්වා වලංගුයි</translation>
    </message>
</context>
<context>
    <name>CardsCard</name>
    <message>
        <source>Another program uses the camera. Close it and try again.</source>
        <translation>වෙනත් වැඩසටහනක් කැමරාව භාවිත කරයි. එය වසා නැවත උත්සාහ කරන්න.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>කැමරාව</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>කාඩ්පත</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>කාඩ්පත්</translation>
    </message>
    <message>
        <source>Cards saved</source>
        <translation>කාඩ්පත් සුරැකිණි</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>වසන්න</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>සූදානම් වෙමින්…</translation>
    </message>
    <message>
        <source>Hold each card to the scanner or the camera. Marks are by card; what you mark by hand stays.</source>
        <translation>සෑම කාඩ්පතක්ම ස්කෑනරයට හෝ කැමරාවට අල්ලන්න. සලකුණු කාඩ්පතෙනි; ඔබ අතින් සලකුණු කළ දේ එලෙසම පවතී.</translation>
    </message>
    <message>
        <source>Hold the card flat and try again.</source>
        <translation>කාඩ්පත සමතලව අල්ලා නැවත උත්සාහ කරන්න.</translation>
    </message>
    <message>
        <source>Its signature is not ours. Nothing was marked.</source>
        <translation>එහි අත්සන අපේ නොවේ. කිසිවක් සලකුණු කළේ නැත.</translation>
    </message>
    <message>
        <source>Late {minutes} min</source>
        <translation>මිනි. {minutes} ප්‍රමාදයි</translation>
    </message>
    <message>
        <source>Marked by hand already; that stays.</source>
        <translation>දැනටමත් අතින් සලකුණු කර ඇත; එය එලෙසම පවතී.</translation>
    </message>
    <message>
        <source>Not a card of this school</source>
        <translation>මෙම පාසලේ කාඩ්පතක් නොවේ</translation>
    </message>
    <message>
        <source>Not in this class</source>
        <translation>මෙම පන්තියේ නැත</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>පැමිණි</translation>
    </message>
    <message>
        <source>Print cards</source>
        <translation>කාඩ්පත් මුද්‍රණය</translation>
    </message>
    <message>
        <source>Save cards</source>
        <translation>කාඩ්පත් සුරකින්න</translation>
    </message>
    <message>
        <source>Stop camera</source>
        <translation>කැමරාව නවත්වන්න</translation>
    </message>
    <message>
        <source>That could not be read</source>
        <translation>එය කියවිය නොහැකි විය</translation>
    </message>
    <message>
        <source>The camera gives no picture. Use the scanner, or mark by hand.</source>
        <translation>කැමරාවෙන් රූපයක් නොලැබේ. ස්කෑනරය භාවිත කරන්න, නැතහොත් අතින් සලකුණු කරන්න.</translation>
    </message>
    <message>
        <source>The card is genuine, but its owner is not on this roll.</source>
        <translation>කාඩ්පත සැබෑය, නමුත් එහි හිමිකරු මෙම නාම ලේඛනයේ නැත.</translation>
    </message>
    <message>
        <source>The card is too old. Mark by hand, and print a new one.</source>
        <translation>කාඩ්පත පැරණි වැඩියි. අතින් සලකුණු කර අලුත් එකක් මුද්‍රණය කරන්න.</translation>
    </message>
    <message>
        <source>This PC does not let LearnUp use the camera.</source>
        <translation>මෙම පරිගණකය LearnUp හට කැමරාව භාවිතයට ඉඩ නොදේ.</translation>
    </message>
    <message>
        <source>This card has expired</source>
        <translation>මෙම කාඩ්පත කල් ඉකුත් වී ඇත</translation>
    </message>
    <message>
        <source>This card was read already in this lesson.</source>
        <translation>මෙම කාඩ්පත මෙම පාඩමේදී දැනටමත් කියවා ඇත.</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>කැමරාවට පෙනෙන දේ</translation>
    </message>
</context>
<context>
    <name>ClassRecordPage</name>
    <message>
        <source>Attended %</source>
        <translation>පැමිණීම %</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>පන්තිය</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>සියලු දෙනා</translation>
    </message>
    <message>
        <source>Index number</source>
        <translation>විභාග අංකය</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>ඉවත් වූ දිනය</translation>
    </message>
    <message>
        <source>Mark a lesson</source>
        <translation>පාඩමක් සලකුණු කරන්න</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>නම</translation>
    </message>
    <message>
        <source>No classes on this computer yet</source>
        <translation>තවම මේ පරිගණකයේ පන්ති නැත</translation>
    </message>
    <message>
        <source>No lesson of the last three months is marked</source>
        <translation>පසුගිය මාස තුනේ පාඩමක් සලකුණු කර නැත</translation>
    </message>
    <message>
        <source>No lessons in this month</source>
        <translation>මේ මාසයේ පාඩම් නැත</translation>
    </message>
    <message>
        <source>Nobody at the moment</source>
        <translation>දැනට කිසිවෙක් නැත</translation>
    </message>
    <message>
        <source>One lesson marked, on {date}</source>
        <translation>එක් පාඩමක් සලකුණු කර ඇත, {date}</translation>
    </message>
    <message>
        <source>Page {n} of {all}</source>
        <translation>පිටුව {n} / {all}</translation>
    </message>
    <message>
        <source>Register of a month</source>
        <translation>මාසයක ලේඛනය</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>CSV ලෙස සුරකින්න</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF ලෙස සුරකින්න</translation>
    </message>
    <message>
        <source>Save the register</source>
        <translation>ලේඛනය සුරකින්න</translation>
    </message>
    <message>
        <source>Saved in {name}</source>
        <translation>{name} හි සුරැකිණි</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>ඊළඟ මාසය</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>පෙර මාසය</translation>
    </message>
    <message>
        <source>The school&apos;s rule: under {required} attended, {missed} or more missed, {row} absences in a row, or late {late} times in the last ten. Shares count from {fewest} lessons on.</source>
        <translation>පාසලේ රීතිය: පැමිණීම {required} ට අඩු, {missed} හෝ වැඩි මඟ හැරීම, දිගටම නොපැමිණීම් {row}, හෝ අවසන් දහයෙන් {late} වරක් ප්‍රමාද. ප්‍රතිශත පාඩම් {fewest} සිට ගණන් ගනී.</translation>
    </message>
    <message>
        <source>There in all</source>
        <translation>පැමිණි ගණන</translation>
    </message>
    <message>
        <source>To look at · {count}</source>
        <translation>බැලිය යුතු · {count}</translation>
    </message>
    <message>
        <source>What this PC knows. With a network older lessons come, and who has left the class meanwhile.</source>
        <translation>මෙම පරිගණකය දන්නා දේ. ජාලය ඇති විට පැරණි පාඩම් සහ පන්තියෙන් ඉවත් වූ අය ද පැමිණේ.</translation>
    </message>
    <message>
        <source>Written {time}</source>
        <translation>ලියූ වේලාව {time}</translation>
    </message>
    <message>
        <source>Your classes are fetched as soon as there is a network.</source>
        <translation>ජාලය ලැබුණු විගස ඔබේ පන්ති ගෙන එනු ලැබේ.</translation>
    </message>
    <message>
        <source>absent {n} times in a row</source>
        <translation>දිගටම {n} වරක් නොපැමිණ ඇත</translation>
    </message>
    <message>
        <source>late {n} times lately</source>
        <translation>මෑතකදී {n} වරක් ප්‍රමාදයි</translation>
    </message>
    <message>
        <source>missed {share}</source>
        <translation>{share} මඟ හැරී ඇත</translation>
    </message>
    <message>
        <source>what this PC knew</source>
        <translation>මෙම පරිගණකය දැන සිටි දේ</translation>
    </message>
    <message>
        <source>what this PC knows</source>
        <translation>මෙම පරිගණකය දන්නා දේ</translation>
    </message>
    <message>
        <source>{n} lessons marked since {date}</source>
        <translation>{date} සිට පාඩම් {n} ක් සලකුණු කර ඇත</translation>
    </message>
</context>
<context>
    <name>ClassesPage</name>
    <message>
        <source>About</source>
        <translation>විස්තර</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>සියලු පන්ති</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>අවලංගුයි</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>වෙනස් විය</translation>
    </message>
    <message>
        <source>Coming lessons</source>
        <translation>ඉදිරි පාඩම්</translation>
    </message>
    <message>
        <source>English medium</source>
        <translation>ඉංග්‍රීසි මාධ්‍යය</translation>
    </message>
    <message>
        <source>Face enrolled</source>
        <translation>මුහුණ ලියාපදිංචිය</translation>
    </message>
    <message>
        <source>Find by name or number</source>
        <translation>නම හෝ අංකයෙන් සොයන්න</translation>
    </message>
    <message>
        <source>Grade {grade}</source>
        <translation>{grade} ශ්‍රේණිය</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>එක් වන්න</translation>
    </message>
    <message>
        <source>Mark attendance</source>
        <translation>පැමිණීම සලකුණු කරන්න</translation>
    </message>
    <message>
        <source>Next: {time}</source>
        <translation>ඊළඟ: {time}</translation>
    </message>
    <message>
        <source>No classes on this computer yet</source>
        <translation>තවම මේ පරිගණකයේ පන්ති නැත</translation>
    </message>
    <message>
        <source>No lesson in the next two weeks</source>
        <translation>ඉදිරි සති දෙකේ පාඩම් නැත</translation>
    </message>
    <message>
        <source>Roll · {count}</source>
        <translation>නාම ලේඛනය · {count}</translation>
    </message>
    <message>
        <source>Sinhala medium</source>
        <translation>සිංහල මාධ්‍යය</translation>
    </message>
    <message>
        <source>Tamil medium</source>
        <translation>දෙමළ මාධ්‍යය</translation>
    </message>
    <message>
        <source>Your classes are fetched as soon as there is a network.</source>
        <translation>ජාලය ලැබුණු වහාම ඔබේ පන්ති ලබා ගනී.</translation>
    </message>
    <message>
        <source>online</source>
        <translation>මාර්ගගත</translation>
    </message>
    <message>
        <source>{count} students</source>
        <translation>සිසුන් {count}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Nothing found</source>
        <translation>කිසිවක් හමු නොවීය</translation>
    </message>
    <message>
        <source>Search pages, classes, notes</source>
        <translation>පිටු, පන්ති, සටහන් සොයන්න</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Code: {code}</source>
        <translation>කේතය: {code}</translation>
    </message>
    <message>
        <source>Nothing you wrote is lost; you can go on. If it happens again, close LearnUp and start it anew, and give your school the code below.</source>
        <translation>ඔබ ලියූ කිසිවක් නැති වී නැත; දිගටම කරගෙන යා හැක. නැවත සිදු වුවහොත් LearnUp වසා අලුතෙන් අරින්න, පහත කේතය පාසලට දෙන්න.</translation>
    </message>
    <message>
        <source>Something went wrong in LearnUp</source>
        <translation>LearnUp හි යමක් වැරදුණා</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Allow LearnUp to use the camera when your computer asks.</source>
        <translation>පරිගණකය අසන විට LearnUp හට කැමරාව භාවිතයට ඉඩ දෙන්න.</translation>
    </message>
    <message>
        <source>Allow LearnUp to use the microphone when your computer asks.</source>
        <translation>පරිගණකය අසන විට LearnUp හට මයික්‍රොෆෝනය භාවිතයට ඉඩ දෙන්න.</translation>
    </message>
    <message>
        <source>As the computer prefers</source>
        <translation>පරිගණකය තෝරන පරිදි</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>කැමරාව</translation>
    </message>
    <message>
        <source>How loud you are</source>
        <translation>ඔබේ හඬේ තරම</translation>
    </message>
    <message>
        <source>No camera found. You can join without one, or plug one in.</source>
        <translation>කැමරාවක් නැත. කැමරාව නැතිව සම්බන්ධ වන්න, නැතහොත් එකක් සවි කරන්න.</translation>
    </message>
    <message>
        <source>No microphone found. You can listen and write in the chat, or plug one in.</source>
        <translation>මයික්‍රොෆෝනයක් නැත. ඔබට සවන් දී කතාබහෙහි ලිවිය හැකිය, නැතහොත් එකක් සවි කරන්න.</translation>
    </message>
    <message>
        <source>No speaker found. Plug in a headset.</source>
        <translation>ස්පීකරයක් නැත. හෙඩ්සෙට් එකක් සවි කරන්න.</translation>
    </message>
    <message>
        <source>Only you see this. Nothing is sent before you join.</source>
        <translation>මෙය දකින්නේ ඔබ පමණි. සම්බන්ධ වීමට පෙර කිසිවක් නොයවේ.</translation>
    </message>
    <message>
        <source>Others hear me as soon as I join</source>
        <translation>සම්බන්ධ වූ විගස අන් අයට මාව ඇසේ</translation>
    </message>
    <message>
        <source>Others see me as soon as I join</source>
        <translation>සම්බන්ධ වූ විගස අන් අයට මාව පෙනේ</translation>
    </message>
    <message>
        <source>Play a test sound</source>
        <translation>පරීක්ෂණ ශබ්දයක් වාදනය කරන්න</translation>
    </message>
    <message>
        <source>Say something: the bar should move. If not, choose another microphone.</source>
        <translation>යමක් කියන්න: තීරුව සෙලවිය යුතුය. නැතහොත් වෙනත් මයික්‍රොෆෝනයක් තෝරන්න.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>ශබ්දය</translation>
    </message>
    <message>
        <source>The camera gives no picture. Close other programs that use it.</source>
        <translation>කැමරාවෙන් රූපයක් නොලැබේ. එය භාවිත කරන වෙනත් වැඩසටහන් වසන්න.</translation>
    </message>
    <message>
        <source>The camera is off.</source>
        <translation>කැමරාව ක්‍රියාවිරහිතයි.</translation>
    </message>
    <message>
        <source>The microphone gives no sound. Close other programs that use it.</source>
        <translation>මයික්‍රොෆෝනයෙන් ශබ්දයක් නොලැබේ. එය භාවිත කරන වෙනත් වැඩසටහන් වසන්න.</translation>
    </message>
    <message>
        <source>The microphone is off.</source>
        <translation>මයික්‍රොෆෝනය ක්‍රියාවිරහිතයි.</translation>
    </message>
    <message>
        <source>This computer does not let LearnUp use the camera. Allow it in the system&apos;s settings.</source>
        <translation>මෙම පරිගණකය LearnUp හට කැමරාව භාවිත කිරීමට ඉඩ නොදෙයි. පද්ධතියේ සැකසුම්වල එයට ඉඩ දෙන්න.</translation>
    </message>
    <message>
        <source>This computer does not let LearnUp use the microphone. Allow it in the system&apos;s settings.</source>
        <translation>මෙම පරිගණකය LearnUp හට මයික්‍රොෆෝනය භාවිතයට ඉඩ නොදේ. පද්ධති සැකසුම්වලින් ඉඩ දෙන්න.</translation>
    </message>
    <message>
        <source>This speaker plays nothing. Choose another one.</source>
        <translation>මෙම ස්පීකරයෙන් කිසිවක් නොඇසේ. වෙනත් එකක් තෝරන්න.</translation>
    </message>
    <message>
        <source>Where you hear the class</source>
        <translation>ඔබ පන්තිය අසන තැන</translation>
    </message>
    <message>
        <source>Which camera</source>
        <translation>කුමන කැමරාවද</translation>
    </message>
    <message>
        <source>Which microphone</source>
        <translation>කුමන මයික්‍රොෆෝනයද</translation>
    </message>
    <message>
        <source>You should hear two notes. If not, choose another speaker and look at the volume.</source>
        <translation>ඔබට ස්වර දෙකක් ඇසිය යුතුය. නැතහොත් වෙනත් ස්පීකරයක් තෝරා හඬේ තරම බලන්න.</translation>
    </message>
    <message>
        <source>Your camera&apos;s picture; only you see it</source>
        <translation>ඔබේ කැමරාවේ රූපය; එය දකින්නේ ඔබ පමණි</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Cancel</source>
        <translation>අවලංගු කරන්න</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>වසන්න</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Download here</source>
        <translation>මෙහිදී බාගන්න</translation>
    </message>
    <message>
        <source>This network counts data</source>
        <translation>මෙම ජාලය දත්ත ගණනය කරයි</translation>
    </message>
    <message>
        <source>Your downloads wait. They go on by themselves on another network.</source>
        <translation>ඔබගේ බාගැනීම් රැඳී සිටී. වෙනත් ජාලයකදී ඒවා ඉබේම ඉදිරියට යයි.</translation>
    </message>
</context>
<context>
    <name>DrawingEditor</name>
    <message>
        <source>Add a photograph of your paper…</source>
        <translation>ඔබේ කඩදාසියේ ඡායාරූපයක් එක් කරන්න…</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>කළු</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>නිල්</translation>
    </message>
    <message>
        <source>Clear the sheet</source>
        <translation>පත්‍රය හිස් කරන්න</translation>
    </message>
    <message>
        <source>Drawn with the mouse or a pen. You may draw on paper instead and add a photograph.</source>
        <translation>මූසිකයෙන් හෝ පෑනකින් අඳින්න. ඒ වෙනුවට කඩදාසියක ඇඳ ඡායාරූපයක් එක් කළ හැක.</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>මකනය</translation>
    </message>
    <message>
        <source>Photograph your paper…</source>
        <translation>ඔබේ කඩදාසිය ඡායාරූප ගන්න…</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>පින්තූර</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>රතු</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>නැවත කරන්න</translation>
    </message>
    <message>
        <source>Sheet to draw on</source>
        <translation>ඇඳීමට පත්‍රය</translation>
    </message>
    <message>
        <source>This file is no picture that can be read, or it is larger than 10 MB.</source>
        <translation>මෙම ගොනුව කියවිය හැකි පින්තූරයක් නොවේ, නැතහොත් එය 10 MB ට වඩා විශාලයි.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>අහෝසි කරන්න</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>Due work</source>
        <translation>භාර දිය යුතු වැඩ</translation>
    </message>
    <message>
        <source>{title}, due {time}</source>
        <translation>{title}, භාර දිය යුත්තේ {time}</translation>
    </message>
</context>
<context>
    <name>EmergencyDialog</name>
    <message>
        <source>Close</source>
        <translation>වසන්න</translation>
    </message>
    <message>
        <source>Emergency files</source>
        <translation>හදිසි ගොනු</translation>
    </message>
    <message>
        <source>New in the journal: {new}. Kept beside it: {aside}. Known already: {known}.</source>
        <translation>සටහනට අලුතින්: {new}. පසෙකින් තැබූ: {aside}. දැනටමත් ඇති: {known}.</translation>
    </message>
    <message>
        <source>Not a whole emergency file of this school. Ask for another copy.</source>
        <translation>මෙම පාසලේ සම්පූර්ණ හදිසි ගොනුවක් නොවේ. වෙනත් පිටපතක් ඉල්ලන්න.</translation>
    </message>
    <message>
        <source>Of a student or an exam that you do not teach. Its owner can bring it.</source>
        <translation>ඔබ උගන්වන්නේ නැති සිසුවකුගේ හෝ විභාගයක ගොනුවකි. එහි හිමිකරුට එය ගෙන ආ හැක.</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>දැනටමත් ඇත</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>හානි වී ඇත</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>යැවුණේ නැත</translation>
    </message>
    <message>
        <source>not yours</source>
        <translation>ඔබේ නොවේ</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>පසෙකට තැබුණි</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>ගන්නා ලදී</translation>
    </message>
    <message>
        <source>{done} of {total} files</source>
        <translation>ගොනු {total} න් {done}</translation>
    </message>
</context>
<context>
    <name>EmergencyPage</name>
    <message>
        <source>All exams</source>
        <translation>සියලු විභාග</translation>
    </message>
    <message>
        <source>An exam</source>
        <translation>විභාගයක්</translation>
    </message>
    <message>
        <source>At school</source>
        <translation>පාසලේ</translation>
    </message>
    <message>
        <source>Brought {time}</source>
        <translation>ගෙනාවේ {time}</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>ගොනුව තෝරන්න…</translation>
    </message>
    <message>
        <source>Choose the one whose name ends in .learnup-emergency. Nothing was changed.</source>
        <translation>නම .learnup-emergency වලින් අවසන් වන ගොනුව තෝරන්න. කිසිවක් වෙනස් නොවීය.</translation>
    </message>
    <message>
        <source>Did you save an emergency file where nothing else worked? Bring it back here. Only your school can read it, and what it knows already is not counted twice. Without a network it waits on this PC.</source>
        <translation>වෙන කිසිවක් ක්‍රියා නොකළ තැනක ඔබ හදිසි ගොනුවක් සුරැකුවාද? එය මෙහි ගෙනෙන්න. එය කියවිය හැක්කේ ඔබේ පාසලට පමණි; දැනටමත් දන්නා දේ දෙවරක් ගණන් නොගැනේ. ජාලය නැතිනම් එය මෙම පරිගණකයේ බලා සිටී.</translation>
    </message>
    <message>
        <source>Emergency file</source>
        <translation>හදිසි ගොනුව</translation>
    </message>
    <message>
        <source>It goes to your school as soon as the network is there.</source>
        <translation>ජාලය ලැබුණු විගස එය ඔබේ පාසලට යයි.</translation>
    </message>
    <message>
        <source>It holds an exam of somebody else. Give it to your teacher, who can bring it in.</source>
        <translation>එහි ඇත්තේ වෙනත් කෙනෙකුගේ විභාගයකි. එය ඔබේ ගුරුවරයාට දෙන්න; ඔවුන්ට එය ගෙනා හැක.</translation>
    </message>
    <message>
        <source>It is kept on this PC and goes to your school by itself. The stick is needed no longer.</source>
        <translation>එය මෙම පරිගණකයේ තබා ඇති අතර ඉබේම ඔබේ පාසලට යයි. USB ධාවකය තවදුරටත් අවශ්‍ය නැත.</translation>
    </message>
    <message>
        <source>Its name ends in .learnup-emergency; it is where you saved it, on a stick perhaps.</source>
        <translation>එහි නම අවසන් වන්නේ .learnup-emergency වලිනි; එය ඔබ සුරැකූ තැන, සමහර විට USB ධාවකයක ඇත.</translation>
    </message>
    <message>
        <source>No file brought yet</source>
        <translation>තවම ගොනුවක් ගෙනවිත් නැත</translation>
    </message>
    <message>
        <source>Not yours</source>
        <translation>ඔබේ නොවේ</translation>
    </message>
    <message>
        <source>On this PC</source>
        <translation>මෙම පරිගණකයේ</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>ප්‍රතික්ෂේප විය</translation>
    </message>
    <message>
        <source>The file is here</source>
        <translation>ගොනුව මෙහි ඇත</translation>
    </message>
    <message>
        <source>The same file was brought before. Nothing is counted twice; see below how it stands.</source>
        <translation>එම ගොනුවම පෙර ගෙනවිත් ඇත. කිසිවක් දෙවරක් ගණන් නොගැනේ; එහි තත්ත්වය පහත බලන්න.</translation>
    </message>
    <message>
        <source>This is no emergency file of LearnUp</source>
        <translation>මෙය LearnUp හදිසි ගොනුවක් නොවේ</translation>
    </message>
    <message>
        <source>You brought this file already</source>
        <translation>ඔබ මෙම ගොනුව දැනටමත් ගෙනවිත් ඇත</translation>
    </message>
    <message>
        <source>Your school could not open it: it is of another school, or was changed. ({code})</source>
        <translation>ඔබේ පාසලට එය විවෘත කළ නොහැකි විය: එය වෙනත් පාසලකට අයත්ය, නැතහොත් වෙනස් කර ඇත. ({code})</translation>
    </message>
    <message>
        <source>Your school could not take it just now; LearnUp goes on trying.</source>
        <translation>ඔබේ පාසලට එය දැන් ලබා ගත නොහැකි විය; LearnUp දිගටම උත්සාහ කරයි.</translation>
    </message>
    <message>
        <source>Your school had all of it already.</source>
        <translation>එහි සියල්ල දැනටමත් ඔබේ පාසලේ තිබුණි.</translation>
    </message>
    <message>
        <source>Your school has it.</source>
        <translation>එය ඔබේ පාසලේ ඇත.</translation>
    </message>
    <message>
        <source>{n} entries came after the end or from another computer; your teacher decides about them.</source>
        <translation>සටහන් {n} ක් අවසානයෙන් පසු හෝ වෙනත් පරිගණකයකින් ලැබුණි; ඒවා ගැන ඔබේ ගුරුවරයා තීරණය කරයි.</translation>
    </message>
    <message>
        <source>{n} entries were new and stand in your exam&apos;s journal now.</source>
        <translation>සටහන් {n} ක් අලුත් විය; ඒවා දැන් ඔබේ විභාග සටහන් පොතේ ඇත.</translation>
    </message>
</context>
<context>
    <name>EnrolmentPage</name>
    <message>
        <source>A teacher approves it before your next exam.</source>
        <translation>ඔබේ ඊළඟ විභාගයට පෙර ගුරුවරයෙක් එය අනුමත කරයි.</translation>
    </message>
    <message>
        <source>Bring your face into the middle.</source>
        <translation>ඔබේ මුහුණ මැදට ගන්න.</translation>
    </message>
    <message>
        <source>Come a little closer.</source>
        <translation>තව ටිකක් ළං වෙන්න.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>මකන්න</translation>
    </message>
    <message>
        <source>Delete my face</source>
        <translation>මගේ මුහුණ මකන්න</translation>
    </message>
    <message>
        <source>Delete your face?</source>
        <translation>ඔබේ මුහුණ මකන්නද?</translation>
    </message>
    <message>
        <source>Deleted at school</source>
        <translation>පාසලෙන් මැකුණා</translation>
    </message>
    <message>
        <source>During an exam this computer compares the camera with your face, so that nobody stands beside you.</source>
        <translation>විභාගය අතරතුර මේ පරිගණකය කැමරාවේ පෙනෙන මුහුණ ඔබේ මුහුණ සමඟ සසඳයි; ඔබ ළඟ වෙන කෙනෙක් නොසිටින බව එයින් දැනේ.</translation>
    </message>
    <message>
        <source>Enrolled and approved</source>
        <translation>ලියාපදිංචි කර, අනුමතයි</translation>
    </message>
    <message>
        <source>Good. Keep looking here.</source>
        <translation>හොඳයි. දිගටම මෙහි බලන්න.</translation>
    </message>
    <message>
        <source>Hold still for a moment.</source>
        <translation>මොහොතක් නොසෙල්වී සිටින්න.</translation>
    </message>
    <message>
        <source>I agree that the school keeps these three pictures as numbers, and one photograph</source>
        <translation>මේ පින්තූර තුන ඉලක්කම් ලෙසත්, එක් ඡායාරූපයකුත් පාසල තබා ගැනීමට මම එකඟ වෙමි</translation>
    </message>
    <message>
        <source>It is dark. Turn a lamp on, or face the window.</source>
        <translation>අඳුරුයි. පහනක් දල්වන්න, නැතහොත් ජනේලය දෙසට හැරෙන්න.</translation>
    </message>
    <message>
        <source>It is too bright. Turn away from the lamp or window.</source>
        <translation>එළිය වැඩියි. පහනෙන් හෝ ජනේලයෙන් අහකට හැරෙන්න.</translation>
    </message>
    <message>
        <source>It takes about a minute and a camera.</source>
        <translation>මිනිත්තුවක් පමණ කාලයක් සහ කැමරාවක් අවශ්‍යයි.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>තබා ගන්න</translation>
    </message>
    <message>
        <source>Look straight at the camera.</source>
        <translation>කැමරාව දෙස කෙළින් බලන්න.</translation>
    </message>
    <message>
        <source>Move back a little.</source>
        <translation>ටිකක් පස්සට වෙන්න.</translation>
    </message>
    <message>
        <source>Not enrolled yet</source>
        <translation>තවම ලියාපදිංචි කර නැත</translation>
    </message>
    <message>
        <source>Only you should be in the picture.</source>
        <translation>රූපයේ සිටිය යුත්තේ ඔබ පමණයි.</translation>
    </message>
    <message>
        <source>Open the camera</source>
        <translation>කැමරාව අරින්න</translation>
    </message>
    <message>
        <source>Send them, or take them again if you moved.</source>
        <translation>ඒවා යවන්න, නැතහොත් ඔබ සෙලවුණා නම් නැවත ගන්න.</translation>
    </message>
    <message>
        <source>Send to the school</source>
        <translation>පාසලට යවන්න</translation>
    </message>
    <message>
        <source>Sent to the school</source>
        <translation>පාසලට යැව්වා</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>{day} සිට</translation>
    </message>
    <message>
        <source>Sit as you sit in an exam, with light on your face.</source>
        <translation>විභාගයකදී මෙන්, මුහුණට එළිය වැටෙන සේ වාඩි වෙන්න.</translation>
    </message>
    <message>
        <source>Sit in front of the camera.</source>
        <translation>කැමරාව ඉදිරියෙන් වාඩි වෙන්න.</translation>
    </message>
    <message>
        <source>Something covers the camera. Clear it.</source>
        <translation>කැමරාව යමකින් වැසී ඇත. එය ඉවත් කරන්න.</translation>
    </message>
    <message>
        <source>Take them again</source>
        <translation>නැවත ගන්න</translation>
    </message>
    <message>
        <source>The camera is opening…</source>
        <translation>කැමරාව ඇරෙමින්…</translation>
    </message>
    <message>
        <source>The numbers and the photograph are deleted at school. You can enrol again later.</source>
        <translation>ඉලක්කම් සහ ඡායාරූපය පාසලෙන් මැකේ. පසුව නැවත ලියාපදිංචි කළ හැක.</translation>
    </message>
    <message>
        <source>Three good pictures</source>
        <translation>හොඳ පින්තූර තුනක්</translation>
    </message>
    <message>
        <source>Waiting for a teacher</source>
        <translation>ගුරුවරයෙකු බලන තුරු</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>මේ කුමකටද</translation>
    </message>
    <message>
        <source>Without it you can sit exams that allow it; they record that nobody was compared.</source>
        <translation>මෙය නැතිව ද ඊට ඉඩ දෙන විභාගවලට පෙනී සිටිය හැක; මුහුණ සසඳා නැති බව සටහන් වේ.</translation>
    </message>
    <message>
        <source>You can have all of it deleted at any time. It is then really gone.</source>
        <translation>ඕනෑම වේලාවක මේ සියල්ල මකා දැමිය හැක. එවිට එය සැබවින්ම නැති වේ.</translation>
    </message>
    <message>
        <source>You need not do anything more.</source>
        <translation>ඔබ තව කිසිවක් කළ යුතු නැත.</translation>
    </message>
    <message>
        <source>Your face for exams</source>
        <translation>විභාග සඳහා ඔබේ මුහුණ</translation>
    </message>
    <message>
        <source>Your school keeps three rows of numbers and one photograph, at which a teacher looks once.</source>
        <translation>ඔබේ පාසල ඉලක්කම් පේළි තුනක් සහ එක් ඡායාරූපයක් තබා ගනී; ගුරුවරයෙක් එය එක් වරක් බලයි.</translation>
    </message>
    <message>
        <source>{taken} of {wanted} pictures</source>
        <translation>පින්තූර {wanted}න් {taken}</translation>
    </message>
</context>
<context>
    <name>EssayEditor</name>
    <message>
        <source>Your answer, an essay</source>
        <translation>ඔබේ පිළිතුර, රචනාවක්</translation>
    </message>
    <message>
        <source>{count}, at least {least} are asked for</source>
        <translation>{count}; අවම වශයෙන් {least} ක් අවශ්‍යයි</translation>
    </message>
    <message>
        <source>{count}: more than asked for</source>
        <translation>{count}: ඉල්ලූ ගණනට වැඩියි</translation>
    </message>
    <message>
        <source>{n} of {limit} words</source>
        <translation>වචන {limit}න් {n}</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>වචන {n}</translation>
    </message>
</context>
<context>
    <name>ExamCard</name>
    <message>
        <source>Get ready</source>
        <translation>සූදානම් වන්න</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>දිගටම කරන්න</translation>
    </message>
    <message>
        <source>Is this PC ready? {ready} of {total}.</source>
        <translation>මේ පරිගණකය සූදානම්ද? {total}න් {ready}.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>බලන්න</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>දැන් විවෘතයි</translation>
    </message>
    <message>
        <source>Open until {time}</source>
        <translation>{time} දක්වා විවෘතයි</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>පුහුණුව</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>ආරම්භ කරන්න</translation>
    </message>
    <message>
        <source>Watch over it</source>
        <translation>නිරීක්ෂණය කරන්න</translation>
    </message>
    <message>
        <source>{count} questions · {length}</source>
        <translation>ප්‍රශ්න {count} · {length}</translation>
    </message>
</context>
<context>
    <name>ExamCardWidget</name>
    <message>
        <source>Begun, not handed in</source>
        <translation>පටන් ගත්තා, භාර දී නැත</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>වසා ඇත</translation>
    </message>
    <message>
        <source>Download paper</source>
        <translation>ප්‍රශ්න පත්‍රය බාගන්න</translation>
    </message>
    <message>
        <source>Get ready</source>
        <translation>සූදානම් වන්න</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>දිගටම කරන්න</translation>
    </message>
    <message>
        <source>Handed in {time}</source>
        <translation>{time} භාර දුන්නා</translation>
    </message>
    <message>
        <source>Open until {time}</source>
        <translation>{time} දක්වා විවෘතයි</translation>
    </message>
    <message>
        <source>Paper not on this PC yet</source>
        <translation>ප්‍රශ්න පත්‍රය තවම මේ පරිගණකයේ නැත</translation>
    </message>
    <message>
        <source>Paper on this PC, sealed until it opens</source>
        <translation>ප්‍රශ්න පත්‍රය මේ පරිගණකයේ ඇත; ඇරෙන තුරු මුද්‍රා තබා ඇත</translation>
    </message>
    <message>
        <source>Practice: as in an exam, but its marks do not count</source>
        <translation>පුහුණුව: විභාගයක මෙන්, නමුත් ලකුණු ගණන් නොගැනේ</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>ලදුපත</translation>
    </message>
    <message>
        <source>Receipt {code}</source>
        <translation>ලදුපත {code}</translation>
    </message>
    <message>
        <source>To the exam</source>
        <translation>විභාගයට යන්න</translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation>ජාලය ලැබෙන තුරු</translation>
    </message>
    <message>
        <source>With camera</source>
        <translation>කැමරාව සහිතයි</translation>
    </message>
    <message>
        <source>With camera, so that you and this PC have tried it before the exam</source>
        <translation>කැමරාව සහිතව, විභාගයට පෙර ඔබ සහ මෙම පරිගණකය එය අත්හදා බලා තිබීමට</translation>
    </message>
    <message>
        <source>{n} entries wait for the network</source>
        <translation>සටහන් {n}ක් ජාලය එන තුරු</translation>
    </message>
    <message>
        <source>{subject} · {questions} questions · {marks} marks · {length}</source>
        <translation>{subject} · ප්‍රශ්න {questions} · ලකුණු {marks} · {length}</translation>
    </message>
</context>
<context>
    <name>ExamsPage</name>
    <message>
        <source>Bring in an emergency file…</source>
        <translation>හදිසි ගොනුවක් ගෙනෙන්න…</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>ඉදිරියට</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>අවසන්</translation>
    </message>
    <message>
        <source>No exams yet</source>
        <translation>තවම විභාග නැත</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>දැන් විවෘතයි</translation>
    </message>
    <message>
        <source>Paper downloaded</source>
        <translation>ප්‍රශ්න පත්‍රය බාගත්තා</translation>
    </message>
    <message>
        <source>When your school sets an exam for you, it appears here, also without a network.</source>
        <translation>පාසල ඔබට විභාගයක් දුන් විට එය මෙහි පෙනේ; ජාලය නැතිව වුවද.</translation>
    </message>
</context>
<context>
    <name>FaceModelsCard</name>
    <message>
        <source>Beginning…</source>
        <translation>ආරම්භ වෙමින්…</translation>
    </message>
    <message>
        <source>Code for support: {code}</source>
        <translation>සහාය සඳහා කේතය: {code}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>අවසන්</translation>
    </message>
    <message>
        <source>Download, {size}</source>
        <translation>බාගන්න, {size}</translation>
    </message>
    <message>
        <source>Face models</source>
        <translation>මුහුණු හඳුනාගැනීමේ ගොනු</translation>
    </message>
    <message>
        <source>Folder with the face models</source>
        <translation>මුහුණු හඳුනාගැනීමේ ගොනු ඇති ෆෝල්ඩරය</translation>
    </message>
    <message>
        <source>From {folder}, which was named for this computer.</source>
        <translation>{folder} වෙතින්; එය මෙම පරිගණකය සඳහා නම් කර ඇත.</translation>
    </message>
    <message>
        <source>Go on with the download</source>
        <translation>බාගැනීම දිගටම කරන්න</translation>
    </message>
    <message>
        <source>Install from a folder…</source>
        <translation>ෆෝල්ඩරයකින් ස්ථාපනය කරන්න…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>බලමින්…</translation>
    </message>
    <message>
        <source>Missing: {tasks}.</source>
        <translation>නැත: {tasks}.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>නොදනී</translation>
    </message>
    <message>
        <source>Pack {name}.</source>
        <translation>පැකේජය {name}.</translation>
    </message>
    <message>
        <source>Progress of the installation</source>
        <translation>ස්ථාපනයේ ප්‍රගතිය</translation>
    </message>
    <message>
        <source>Read the terms</source>
        <translation>කොන්දේසි කියවන්න</translation>
    </message>
    <message>
        <source>Some of these files are not known to LearnUp. Your exams record that they were used.</source>
        <translation>මේ ගොනු සමහරක් LearnUp නොදනී. ඒවා භාවිත කළ බව ඔබේ විභාගවල සටහන් වේ.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>නවත්වන්න</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>නවත්වන ලදී</translation>
    </message>
    <message>
        <source>Terms accepted by {person}, {when}.</source>
        <translation>කොන්දේසි පිළිගත්තේ {person}, {when}.</translation>
    </message>
    <message>
        <source>Terms: {title}.</source>
        <translation>කොන්දේසි: {title}.</translation>
    </message>
    <message>
        <source>The face models are ready for your next exam.</source>
        <translation>මුහුණු හඳුනාගැනීමේ ගොනු ඔබේ ඊළඟ විභාගයට සූදානම්.</translation>
    </message>
    <message>
        <source>What came is kept; you can go on at any time.</source>
        <translation>ලැබුණු දේ තබා ඇත; ඕනෑම වේලාවක දිගටම කළ හැක.</translation>
    </message>
    <message>
        <source>With these files this computer recognises you in an exam. Your picture is compared only here.</source>
        <translation>මේ ගොනු මගින් මෙම පරිගණකය විභාගයේදී ඔබව හඳුනාගනී. ඔබේ රූපය සසඳන්නේ මෙහි පමණි.</translation>
    </message>
    <message>
        <source>Without them an exam can only be watched by the camera, where your school allows that.</source>
        <translation>ඒවා නොමැතිව, ඔබේ පාසල ඉඩ දෙන තැන්වල, විභාගයක් නිරීක්ෂණය කළ හැක්කේ කැමරාවෙන් පමණි.</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>පිටතින් ගෙනා</translation>
    </message>
    <message>
        <source>known</source>
        <translation>දන්නා</translation>
    </message>
    <message>
        <source>{file} was changed since it was installed. Install it again.</source>
        <translation>ස්ථාපනය කළ පසු {file} වෙනස් වී ඇත. එය නැවත ස්ථාපනය කරන්න.</translation>
    </message>
    <message>
        <source>{file}: {done} of {total}</source>
        <translation>{file}: {total} න් {done}</translation>
    </message>
</context>
<context>
    <name>FinishPanel</name>
    <message>
        <source>Back to the questions</source>
        <translation>ප්‍රශ්න වෙත ආපසු</translation>
    </message>
    <message>
        <source>Flagged by you</source>
        <translation>ඔබ සලකුණු කළ</translation>
    </message>
    <message>
        <source>Go to question {n}</source>
        <translation>{n} වන ප්‍රශ්නයට යන්න</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>භාර දෙන්න</translation>
    </message>
    <message>
        <source>Hand in your exam?</source>
        <translation>විභාගය භාර දෙන්නද?</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>තවම පිළිතුරු දී නැත</translation>
    </message>
    <message>
        <source>You have answered {n} of {total} questions. After handing in nothing can be changed.</source>
        <translation>ඔබ ප්‍රශ්න {total}න් {n}කට පිළිතුරු දී ඇත. භාර දුන් පසු කිසිවක් වෙනස් කළ නොහැක.</translation>
    </message>
</context>
<context>
    <name>FormulaView</name>
    <message>
        <source>Formula: {latex}</source>
        <translation>සූත්‍රය: {latex}</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Administrator</source>
        <translation>පරිපාලක</translation>
    </message>
    <message>
        <source>Grade {grade}</source>
        <translation>{grade} ශ්‍රේණිය</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>සිසුවා</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>ගුරුවරයා</translation>
    </message>
</context>
<context>
    <name>Greeting</name>
    <message>
        <source>Good afternoon, {name}</source>
        <translation>සුබ දහවලක්, {name}</translation>
    </message>
    <message>
        <source>Good evening, {name}</source>
        <translation>සුබ සැන්දෑවක්, {name}</translation>
    </message>
    <message>
        <source>Good morning, {name}</source>
        <translation>සුබ උදෑසනක්, {name}</translation>
    </message>
</context>
<context>
    <name>HandingInPanel</name>
    <message>
        <source>Handing in…</source>
        <translation>භාර දෙමින්…</translation>
    </message>
    <message>
        <source>Leave this page</source>
        <translation>මේ පිටුවෙන් යන්න</translation>
    </message>
    <message>
        <source>Please do not close LearnUp</source>
        <translation>කරුණාකර LearnUp වසන්න එපා</translation>
    </message>
    <message>
        <source>Your answers are on this PC and are being sent to your school.</source>
        <translation>ඔබේ පිළිතුරු මේ පරිගණකයේ ඇත; දැන් පාසලට යවමින් සිටී.</translation>
    </message>
    <message>
        <source>Your exam is over and safe on this PC</source>
        <translation>ඔබේ විභාගය අවසන්; එය මේ පරිගණකයේ සුරක්ෂිතයි</translation>
    </message>
    <message>
        <source>{reason} LearnUp goes on trying and hands it in by itself. You can close this page.</source>
        <translation>{reason} LearnUp දිගටම උත්සාහ කර එය ඉබේම භාර දේ. ඔබට මේ පිටුව වැසිය හැක.</translation>
    </message>
    <message>
        <source>{reason} {advice} Your answers are kept in memory until they can be saved.</source>
        <translation>{reason} {advice} සුරැකිය හැකි වන තුරු ඔබේ පිළිතුරු මතකයේ තබා ඇත.</translation>
    </message>
</context>
<context>
    <name>HeroCard</name>
    <message>
        <source>Join</source>
        <translation>එක් වන්න</translation>
    </message>
    <message>
        <source>Mark attendance</source>
        <translation>පැමිණීම සලකුණු කරන්න</translation>
    </message>
    <message>
        <source>Next lesson · in {length}</source>
        <translation>ඊළඟ පාඩම · තව {length}කින්</translation>
    </message>
    <message>
        <source>Next lesson · {time}</source>
        <translation>ඊළඟ පාඩම · {time}</translation>
    </message>
    <message>
        <source>Now, until {time}</source>
        <translation>දැන්, {time} දක්වා</translation>
    </message>
    <message>
        <source>online</source>
        <translation>මාර්ගගත</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Close</source>
        <translation>වසන්න</translation>
    </message>
    <message>
        <source>Mark taken away</source>
        <translation>සලකුණ ඉවත් කරන ලදී</translation>
    </message>
    <message>
        <source>No mark yet.</source>
        <translation>තවම සලකුණක් නැත.</translation>
    </message>
    <message>
        <source>There is no network: these are the marks that this PC knows. The rest is at school.</source>
        <translation>ජාලයක් නැත: මේවා මෙම පරිගණකය දන්නා සලකුණු ය. ඉතිරිය පාසලේ ඇත.</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>වලංගුයි</translation>
    </message>
</context>
<context>
    <name>Invigilation</name>
    <message>
        <source>Another person</source>
        <translation>වෙනත් කෙනෙක්</translation>
    </message>
    <message>
        <source>Another window</source>
        <translation>වෙනත් කවුළුවක්</translation>
    </message>
    <message>
        <source>Asked to show that they are there</source>
        <translation>එහි සිටින බව පෙන්වන ලෙස ඉල්ලීය</translation>
    </message>
    <message>
        <source>Camera covered</source>
        <translation>කැමරාව වැසී ඇත</translation>
    </message>
    <message>
        <source>Camera lost</source>
        <translation>කැමරාව විසන්ධියි</translation>
    </message>
    <message>
        <source>Clipboard used</source>
        <translation>පිටතින් ඇලවීමක්</translation>
    </message>
    <message>
        <source>Could not see the face</source>
        <translation>මුහුණ නොපෙනුණා</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>පැහැදිලි විය</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>නොසලකන්න</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>නොසලකා හැරියා</translation>
    </message>
    <message>
        <source>Keep for the school</source>
        <translation>පාසල සඳහා තබන්න</translation>
    </message>
    <message>
        <source>Kept for the school</source>
        <translation>පාසල සඳහා තැබුවා</translation>
    </message>
    <message>
        <source>Listed program running</source>
        <translation>තහනම් ලැයිස්තුවේ වැඩසටහනක්</translation>
    </message>
    <message>
        <source>Little light</source>
        <translation>එළිය මදි</translation>
    </message>
    <message>
        <source>Looking away</source>
        <translation>අහක බලයි</translation>
    </message>
    <message>
        <source>More than one person</source>
        <translation>එක් අයෙකුට වඩා</translation>
    </message>
    <message>
        <source>Nobody in view</source>
        <translation>කිසිවෙක් නොපෙනේ</translation>
    </message>
    <message>
        <source>Not clear enough to recognise</source>
        <translation>හඳුනා ගැනීමට තරම් පැහැදිලි නැත</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>පටන් ගෙන නැත</translation>
    </message>
    <message>
        <source>Not watched for a while</source>
        <translation>ටික වේලාවක් නිරීක්ෂණය නොවීය</translation>
    </message>
    <message>
        <source>Offline, writing on the PC</source>
        <translation>නොබැඳි, පරිගණකයේ ලියයි</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>විරාමයි</translation>
    </message>
    <message>
        <source>Perhaps a picture, not a person</source>
        <translation>පින්තූරයක් විය හැක</translation>
    </message>
    <message>
        <source>Photographed working on paper</source>
        <translation>කඩදාසියේ කළ වැඩ ඡායාරූප ගත කළා</translation>
    </message>
    <message>
        <source>Picture {number}</source>
        <translation>පින්තූරය {number}</translation>
    </message>
    <message>
        <source>Pictures are kept until {day}</source>
        <translation>පින්තූර {day} දක්වා තබා ගනී</translation>
    </message>
    <message>
        <source>Pictures could not be kept</source>
        <translation>පින්තූර තබා ගත නොහැකි විය</translation>
    </message>
    <message>
        <source>Pictures deleted since their time was over: {n}</source>
        <translation>කාලය අවසන් වූ බැවින් මකා දැමූ පින්තූර: {n}</translation>
    </message>
    <message>
        <source>Remote session</source>
        <translation>දුරස්ථ සම්බන්ධතාවක්</translation>
    </message>
    <message>
        <source>Screenshot key</source>
        <translation>තිර රූ යතුර</translation>
    </message>
    <message>
        <source>Second display</source>
        <translation>දෙවන තිරයක්</translation>
    </message>
    <message>
        <source>Submitted {time}</source>
        <translation>{time} භාර දුන්නා</translation>
    </message>
    <message>
        <source>The student says: {reply}</source>
        <translation>සිසුවා පවසන්නේ: {reply}</translation>
    </message>
    <message>
        <source>The student was told</source>
        <translation>සිසුවාට දැනුම් දුන්නා</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>අතථ්‍ය පරිගණකයක්</translation>
    </message>
    <message>
        <source>Warned</source>
        <translation>දැනුම් දුන්නා</translation>
    </message>
    <message>
        <source>another program used the camera</source>
        <translation>වෙනත් වැඩසටහනක් කැමරාව භාවිත කළා</translation>
    </message>
    <message>
        <source>did not answer</source>
        <translation>පිළිතුරු දුන්නේ නැත</translation>
    </message>
    <message>
        <source>light good</source>
        <translation>එළිය හොඳයි</translation>
    </message>
    <message>
        <source>likeness {value}</source>
        <translation>සමානකම {value}</translation>
    </message>
    <message>
        <source>little light</source>
        <translation>එළිය මදි</translation>
    </message>
    <message>
        <source>no camera found</source>
        <translation>කැමරාවක් හමු නොවීය</translation>
    </message>
    <message>
        <source>not heard of yet</source>
        <translation>තවම තොරතුරක් නැත</translation>
    </message>
    <message>
        <source>put it off</source>
        <translation>පසුවට තැබුවා</translation>
    </message>
    <message>
        <source>the camera gave no picture</source>
        <translation>කැමරාවෙන් රූපයක් ලැබුණේ නැත</translation>
    </message>
    <message>
        <source>the camera stopped</source>
        <translation>කැමරාව නතර විය</translation>
    </message>
    <message>
        <source>the camera took the picture of the paper meanwhile</source>
        <translation>එවේලේ කැමරාව කඩදාසියේ රූපය ගත්තා</translation>
    </message>
    <message>
        <source>the computer did not allow the camera</source>
        <translation>පරිගණකය කැමරාවට ඉඩ දුන්නේ නැත</translation>
    </message>
    <message>
        <source>the computer&apos;s disk is full</source>
        <translation>පරිගණකයේ තැටිය පිරී ඇත</translation>
    </message>
    <message>
        <source>the picture stood still</source>
        <translation>රූපය නිශ්චලව තිබුණා</translation>
    </message>
    <message>
        <source>the same pictures came again and again</source>
        <translation>එකම රූප නැවත නැවත ආවා</translation>
    </message>
    <message>
        <source>too far from the camera</source>
        <translation>කැමරාවෙන් වැඩි දුරක</translation>
    </message>
    <message>
        <source>turned the head as asked</source>
        <translation>ඉල්ලූ පරිදි හිස හැරවූවා</translation>
    </message>
    <message>
        <source>typed the number</source>
        <translation>අංකය ටයිප් කළා</translation>
    </message>
    <message>
        <source>{answered} of {count} answered</source>
        <translation>{count}න් {answered}කට පිළිතුරු දී ඇත</translation>
    </message>
    <message>
        <source>{count} flags on the timeline</source>
        <translation>කාල රේඛාවේ සටහන් {count}</translation>
    </message>
    <message>
        <source>{frames} looks, {sure} % of the time</source>
        <translation>රූප {frames}ක්, එයින් {sure} %ක</translation>
    </message>
</context>
<context>
    <name>InvigilationPage</name>
    <message>
        <source>Arranged for {name}</source>
        <translation>{name} සඳහා සකසන ලදී</translation>
    </message>
    <message>
        <source>Arranged: {what}</source>
        <translation>විශේෂ පහසුකම්: {what}</translation>
    </message>
    <message>
        <source>Arrange…</source>
        <translation>පහසුකම්…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>අවලංගු කරන්න</translation>
    </message>
    <message>
        <source>Emergency files of students</source>
        <translation>සිසුන්ගේ හදිසි ගොනු</translation>
    </message>
    <message>
        <source>Emergency files…</source>
        <translation>හදිසි ගොනු…</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>විභාගය</translation>
    </message>
    <message>
        <source>Exams of your classes appear here from the day they are published.</source>
        <translation>ඔබේ පන්තිවල විභාග ප්‍රකාශ කළ දා සිට මෙහි පෙනේ.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>දිගටම කරන්න</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>තව කාලය</translation>
    </message>
    <message>
        <source>More time for all</source>
        <translation>සියල්ලන්ට තව කාලය</translation>
    </message>
    <message>
        <source>More time for everybody who is writing</source>
        <translation>ලියන සියල්ලන්ට තව කාලය</translation>
    </message>
    <message>
        <source>More time for {name}</source>
        <translation>{name}ට තව කාලය</translation>
    </message>
    <message>
        <source>No exam to watch</source>
        <translation>නිරීක්ෂණයට විභාගයක් නැත</translation>
    </message>
    <message>
        <source>No flags</source>
        <translation>සටහන් නැත</translation>
    </message>
    <message>
        <source>Nothing is decided by the program. The student sees each flag and can answer it.</source>
        <translation>වැඩසටහන කිසිවක් තීරණය නොකරයි. සිසුවා සෑම සටහනක්ම දකින අතර පිළිතුරු දිය හැක.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>නවතා තබන්න</translation>
    </message>
    <message>
        <source>Said to {name}</source>
        <translation>{name}ට කීවා</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>කියන්න</translation>
    </message>
    <message>
        <source>Speak to student</source>
        <translation>සිසුවාට කියන්න</translation>
    </message>
    <message>
        <source>Speak to {name}</source>
        <translation>{name}ට කියන්න</translation>
    </message>
    <message>
        <source>The student sees the new time at once.</source>
        <translation>සිසුවා නව කාලය වහාම දකියි.</translation>
    </message>
    <message>
        <source>The words appear on the student&apos;s screen</source>
        <translation>වචන සිසුවාගේ තිරයේ පෙනේ</translation>
    </message>
    <message>
        <source>This student&apos;s PC does not say what it can guarantee.</source>
        <translation>මෙම සිසුවාගේ පරිගණකය සහතික කළ හැකි දේ නොකියයි.</translation>
    </message>
    <message>
        <source>Unlock code…</source>
        <translation>අගුළු හැරීමේ කේතය…</translation>
    </message>
    <message>
        <source>What this student&apos;s PC can guarantee</source>
        <translation>මෙම සිසුවාගේ පරිගණකයට සහතික කළ හැකි දේ</translation>
    </message>
    <message>
        <source>Writing until {time}</source>
        <translation>{time} දක්වා ලියයි</translation>
    </message>
    <message>
        <source>head {hash}</source>
        <translation>අවසන් කේතය {hash}</translation>
    </message>
    <message>
        <source>question {n}</source>
        <translation>ප්‍රශ්නය {n}</translation>
    </message>
    <message>
        <source>started {time}</source>
        <translation>ආරම්භය {time}</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>මිනිත්තු {n}</translation>
    </message>
    <message>
        <source>{n} not started</source>
        <translation>පටන් නොගත් {n}</translation>
    </message>
    <message>
        <source>{n} students have {m} minutes more</source>
        <translation>සිසුන් {n}කට තව මිනිත්තු {m}ක් ලැබුණා</translation>
    </message>
    <message>
        <source>{n} submitted</source>
        <translation>භාර දුන් {n}</translation>
    </message>
    <message>
        <source>{n} to look at</source>
        <translation>බැලිය යුතු {n}</translation>
    </message>
    <message>
        <source>{n} to watch</source>
        <translation>අවධානයෙන් {n}</translation>
    </message>
    <message>
        <source>{n} writing</source>
        <translation>ලියන {n}</translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message>
        <source>Download {title}</source>
        <translation>{title} බාගන්න</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>අසාර්ථකයි</translation>
    </message>
    <message>
        <source>Go on with {title}</source>
        <translation>{title} දිගටම කරගෙන යන්න</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>තබාගෙන ඇත</translation>
    </message>
    <message>
        <source>More about {title}</source>
        <translation>{title} ගැන තවත්</translation>
    </message>
    <message>
        <source>New version on its way</source>
        <translation>නව පිටපතක් එමින් පවතී</translation>
    </message>
    <message>
        <source>On this PC</source>
        <translation>මේ පරිගණකයේ</translation>
    </message>
    <message>
        <source>Open {title}</source>
        <translation>{title} විවෘත කරන්න</translation>
    </message>
    <message>
        <source>Pause {title}</source>
        <translation>{title} නවතා තබන්න</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>නවතා ඇත</translation>
    </message>
    <message>
        <source>Try {title} again</source>
        <translation>{title} නැවත උත්සාහ කරන්න</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>රැඳී සිටී</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>{date} දිනට නියමිතයි</translation>
    </message>
    <message>
        <source>yours until {date}</source>
        <translation>{date} දක්වා ඔබට</translation>
    </message>
    <message>
        <source>{here} of {size}</source>
        <translation>{size} න් {here}</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>A live class needs a network</source>
        <translation>සජීවී පන්තියකට ජාලයක් අවශ්‍යයි</translation>
    </message>
    <message>
        <source>An exam is open on this computer</source>
        <translation>මෙම පරිගණකයේ විභාගයක් විවෘතව ඇත</translation>
    </message>
    <message>
        <source>Finish it first; the class can be joined after that.</source>
        <translation>පළමුව එය අවසන් කරන්න; ඉන් පසු පන්තියට සම්බන්ධ විය හැකිය.</translation>
    </message>
    <message>
        <source>If it was recorded, you find it under Recordings.</source>
        <translation>එය පටිගත කර ඇත්නම්, “පටිගත කිරීම්” යටතේ ඇත.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>එක් වන්න</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>සම්බන්ධ වෙමින්…</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <translation>තවම විවෘත නැත</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>විවෘත කරන්න</translation>
    </message>
    <message>
        <source>Open the timetable</source>
        <translation>කාලසටහන විවෘත කරන්න</translation>
    </message>
    <message>
        <source>Opens {time}</source>
        <translation>ඇරෙන්නේ {time}</translation>
    </message>
    <message>
        <source>Room: {room}</source>
        <translation>කාමරය: {room}</translation>
    </message>
    <message>
        <source>The name cannot be changed, so that everybody knows who is who.</source>
        <translation>කවුද කවුරුන්දැයි සැවොම දන්නා පිණිස නම වෙනස් කළ නොහැක.</translation>
    </message>
    <message>
        <source>The teacher has not come yet. You can go in and wait.</source>
        <translation>ගුරුවරයා තවම පැමිණ නැත. ඔබට ඇතුළු වී රැඳී සිටිය හැකිය.</translation>
    </message>
    <message>
        <source>The teacher is there</source>
        <translation>ගුරුවරයා සිටී</translation>
    </message>
    <message>
        <source>This lesson is held in a room</source>
        <translation>මෙම පාඩම පන්ති කාමරයේ පැවැත්වේ</translation>
    </message>
    <message>
        <source>This lesson is over</source>
        <translation>මෙම පාඩම අවසන්</translation>
    </message>
    <message>
        <source>This lesson was cancelled</source>
        <translation>මෙම පාඩම අවලංගු කර ඇත</translation>
    </message>
    <message>
        <source>Until then, try your camera and your microphone. You can leave this page open.</source>
        <translation>එතෙක් ඔබේ කැමරාව හා මයික්‍රොෆෝනය පරීක්ෂා කරන්න. මෙම පිටුව විවෘතව තැබිය හැකිය.</translation>
    </message>
    <message>
        <source>When you join, your students are told that the class begins.</source>
        <translation>ඔබ සම්බන්ධ වන විට පන්තිය ආරම්භ වන බව ඔබේ සිසුන්ට දැනුම් දෙයි.</translation>
    </message>
    <message>
        <source>You can join as soon as there is one. What you chose here stays.</source>
        <translation>ජාලය ලැබුණු විගස සම්බන්ධ විය හැකිය. මෙහි තේරූ දේ එසේම පවතී.</translation>
    </message>
    <message>
        <source>You join as {name}.</source>
        <translation>ඔබ සම්බන්ධ වන්නේ {name} ලෙසයි.</translation>
    </message>
</context>
<context>
    <name>JoinTimesCard</name>
    <message>
        <source>Ask again</source>
        <translation>නැවත අසන්න</translation>
    </message>
    <message>
        <source>Asking who was in the meeting…</source>
        <translation>හමුවේ සිටියේ කවුදැයි අසමින්…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>වසන්න</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>තහවුරු කරන්න</translation>
    </message>
    <message>
        <source>Confirm all {count}</source>
        <translation>{count} ම තහවුරු කරන්න</translation>
    </message>
    <message>
        <source>Everybody is marked.</source>
        <translation>සියලු දෙනා සලකුණු කර ඇත.</translation>
    </message>
    <message>
        <source>From when people joined and left. Nothing is marked until you confirm it.</source>
        <translation>එක් වූ සහ පිට වූ වේලාවන් අනුව. ඔබ තහවුරු කරන තුරු කිසිවක් සලකුණු නොවේ.</translation>
    </message>
    <message>
        <source>Join times</source>
        <translation>එක් වූ වේලාවන්</translation>
    </message>
    <message>
        <source>Nobody has joined yet.</source>
        <translation>තවම කිසිවෙක් එක් වී නැත.</translation>
    </message>
    <message>
        <source>there {minutes} min</source>
        <translation>මිනි. {minutes} ක් සිටියා</translation>
    </message>
    <message>
        <source>{there}: too short to say</source>
        <translation>{there}: කියන්නට තරම් නොවේ</translation>
    </message>
</context>
<context>
    <name>LeaveSectionPanel</name>
    <message>
        <source>Leave this section</source>
        <translation>මෙම කොටසින් ඉවත් වන්න</translation>
    </message>
    <message>
        <source>Leave “{section}”?</source>
        <translation>“{section}” කොටසින් ඉවත් වෙනවා ද?</translation>
    </message>
    <message>
        <source>Next: “{section}”, {length}. Its time begins at once.</source>
        <translation>ඊළඟට: “{section}”, {length}. එහි කාලය වහාම ආරම්භ වේ.</translation>
    </message>
    <message>
        <source>Next: “{section}”.</source>
        <translation>ඊළඟට: “{section}”.</translation>
    </message>
    <message>
        <source>Not answered yet: {n}.</source>
        <translation>තවම පිළිතුරු නැති: {n}.</translation>
    </message>
    <message>
        <source>Stay in this section</source>
        <translation>මෙම කොටසේ රැඳී සිටින්න</translation>
    </message>
    <message>
        <source>You cannot come back to it. Its answers stay as they are.</source>
        <translation>ඔබට ආපසු පැමිණිය නොහැක. එහි පිළිතුරු එලෙසම පවතී.</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>A highlight, note or card</source>
        <translation>ඉස්මතු කිරීමක්, සටහනක් හෝ කාඩ්පතක්</translation>
    </message>
    <message>
        <source>An emergency file</source>
        <translation>හදිසි ගොනුවක්</translation>
    </message>
    <message>
        <source>At school</source>
        <translation>පාසලේ</translation>
    </message>
    <message>
        <source>Attendance of {lesson}: 1 mark</source>
        <translation>{lesson} පැමිණීම: සලකුණු 1</translation>
    </message>
    <message>
        <source>Attendance of {lesson}: {count} marks</source>
        <translation>{lesson} පැමිණීම: සලකුණු {count}</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>විභාගය</translation>
    </message>
    <message>
        <source>Marks given in an exam</source>
        <translation>විභාගයක දුන් ලකුණු</translation>
    </message>
    <message>
        <source>Material changed: {document}</source>
        <translation>පාඩම් ද්‍රව්‍යය වෙනස් කළා: {document}</translation>
    </message>
    <message>
        <source>Material deleted: {document}</source>
        <translation>පාඩම් ද්‍රව්‍යය මැකුවා: {document}</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>අවධානය ඕනෑ</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>මේ පරිගණකයේ</translation>
    </message>
    <message>
        <source>Read: {notice}</source>
        <translation>කියවූ: {notice}</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>යවමින්</translation>
    </message>
    <message>
        <source>When you were in the live class of {lesson}</source>
        <translation>{lesson} සජීවී පන්තියේ ඔබ සිටි වේලාව</translation>
    </message>
    <message>
        <source>Where you stopped in {document}</source>
        <translation>{document} හි ඔබ නැවතුණු තැන</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>ලේඛනයක්</translation>
    </message>
    <message>
        <source>a lesson</source>
        <translation>පාඩමක්</translation>
    </message>
    <message>
        <source>a notice</source>
        <translation>දැන්වීමක්</translation>
    </message>
    <message>
        <source>{exam}: {count} entries of the journal</source>
        <translation>{exam}: සටහන් {count}</translation>
    </message>
    <message>
        <source>{waiting} of {count} still on this computer only</source>
        <translation>{count}න් {waiting}ක් තවම මේ පරිගණකයේ පමණි</translation>
    </message>
</context>
<context>
    <name>LedgerPanel</name>
    <message>
        <source>Close</source>
        <translation>වසන්න</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>ගොනුවකට ගන්න</translation>
    </message>
    <message>
        <source>Export what was written here</source>
        <translation>මෙහි ලියූ දේ ගොනුවකට ගන්න</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>ගොනුවකට ගත්තා</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>කිසිවක් බලා නොසිටී</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>නැවත යවන්න</translation>
    </message>
    <message>
        <source>What was written here</source>
        <translation>මෙහි ලියූ දේ</translation>
    </message>
    <message>
        <source>What you write appears here until it is at school.</source>
        <translation>ඔබ ලියන දේ පාසලට ලැබෙන තුරු මෙහි පෙනේ.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>at school</source>
        <translation>පාසලේ</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>සලකුණු කළ</translation>
    </message>
    <message>
        <source>on this PC</source>
        <translation>මේ පරිගණකයේ</translation>
    </message>
</context>
<context>
    <name>LessonChooser</name>
    <message>
        <source>Today</source>
        <translation>අද</translation>
    </message>
    <message>
        <source>online</source>
        <translation>මාර්ගගත</translation>
    </message>
    <message>
        <source>{marked} of {total}</source>
        <translation>{total}න් {marked}</translation>
    </message>
</context>
<context>
    <name>LessonsCard</name>
    <message>
        <source>Cancelled</source>
        <translation>අවලංගුයි</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>වෙනස් විය</translation>
    </message>
    <message>
        <source>Mark attendance</source>
        <translation>පැමිණීම සලකුණු කරන්න</translation>
    </message>
    <message>
        <source>No lessons today</source>
        <translation>අද පාඩම් නැත</translation>
    </message>
    <message>
        <source>Nothing on this computer yet</source>
        <translation>තවම මේ පරිගණකයේ කිසිවක් නැත</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>මාර්ගගත</translation>
    </message>
    <message>
        <source>Your lessons are fetched as soon as there is a network.</source>
        <translation>ජාලය ලැබුණු වහාම ඔබේ පාඩම් ලබා ගනී.</translation>
    </message>
    <message>
        <source>moved from {time}</source>
        <translation>කලින් {time}</translation>
    </message>
    <message>
        <source>moved {length} earlier</source>
        <translation>{length}ක් කලින්</translation>
    </message>
    <message>
        <source>moved {length} later</source>
        <translation>{length}ක් පසුවට</translation>
    </message>
    <message>
        <source>now in {room}</source>
        <translation>දැන් {room} හි</translation>
    </message>
    <message>
        <source>online</source>
        <translation>මාර්ගගත</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Document</source>
        <translation>ලේඛනය</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>සටහන්</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>පින්තූරය</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>පටිගත කිරීම</translation>
    </message>
    <message>
        <source>The school has put up an empty file. Tell your teacher.</source>
        <translation>පාසල හිස් ගොනුවක් තබා ඇත. ඔබේ ගුරුවරයාට කියන්න.</translation>
    </message>
    <message>
        <source>The school no longer has this file.</source>
        <translation>පාසලේ මේ ගොනුව තවදුරටත් නැත.</translation>
    </message>
    <message>
        <source>The school refuses this file. Tell your teacher.</source>
        <translation>පාසල මේ ගොනුව ප්‍රතික්ෂේප කරයි. ඔබේ ගුරුවරයාට කියන්න.</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>වීඩියෝව</translation>
    </message>
    <message>
        <source>Waits for the hours you set</source>
        <translation>ඔබ නියම කළ වේලාව තෙක් රැඳී සිටී</translation>
    </message>
    <message>
        <source>Waits: the space for study files is full</source>
        <translation>රැඳී සිටී: අධ්‍යයන ගොනු සඳහා ඉඩ පිරී ඇත</translation>
    </message>
    <message>
        <source>Waits: this disk is nearly full</source>
        <translation>රැඳී සිටී: මේ තැටිය පිරීමට ආසන්නයි</translation>
    </message>
    <message>
        <source>Waits: this network counts data</source>
        <translation>රැඳී සිටී: මේ ජාලය දත්ත ගණන් කරයි</translation>
    </message>
    <message>
        <source>Waits: today&apos;s limit is used up</source>
        <translation>රැඳී සිටී: අද සීමාව අවසන්</translation>
    </message>
    <message>
        <source>What arrives is not what the school announced. Try again later.</source>
        <translation>ලැබෙන්නේ පාසල දැනුම් දුන් දේ නොවේ. පසුව නැවත උත්සාහ කරන්න.</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>About {time}.</source>
        <translation>{time} පමණ.</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>පන්තිය අනුව</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>බාගැනීම අවලංගු කරන්න</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>බාගන්න</translation>
    </message>
    <message>
        <source>Download a file, a class, or everything for tomorrow.</source>
        <translation>ගොනුවක්, පන්තියක් හෝ හෙට සඳහා සියල්ල බාගන්න.</translation>
    </message>
    <message>
        <source>Download all</source>
        <translation>සියල්ල බාගන්න</translation>
    </message>
    <message>
        <source>Download on this network</source>
        <translation>මෙම ජාලයෙන් බාගන්න</translation>
    </message>
    <message>
        <source>Everything for tomorrow</source>
        <translation>හෙට සඳහා සියල්ල</translation>
    </message>
    <message>
        <source>Everything is here already</source>
        <translation>සියල්ල දැනටමත් මෙහි ඇත</translation>
    </message>
    <message>
        <source>Find material</source>
        <translation>පාඩම් ද්‍රව්‍ය සොයන්න</translation>
    </message>
    <message>
        <source>It begins when there is a network.</source>
        <translation>ජාලයක් ඇති විට එය ආරම්භ වේ.</translation>
    </message>
    <message>
        <source>Keep on this PC</source>
        <translation>මේ පරිගණකයේ තබාගන්න</translation>
    </message>
    <message>
        <source>Look for a part of the title, in any language.</source>
        <translation>ඕනෑම භාෂාවකින් මාතෘකාවේ කොටසක් සොයන්න.</translation>
    </message>
    <message>
        <source>No longer keep on this PC</source>
        <translation>තවදුරටත් මේ පරිගණකයේ නොතබන්න</translation>
    </message>
    <message>
        <source>No material yet</source>
        <translation>තවම පාඩම් ද්‍රව්‍ය නැත</translation>
    </message>
    <message>
        <source>Not enough room</source>
        <translation>ඉඩ මදි</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>කිසිවක් හමු නොවීය</translation>
    </message>
    <message>
        <source>Nothing on its way</source>
        <translation>කිසිවක් එමින් නැත</translation>
    </message>
    <message>
        <source>Nothing on this PC yet</source>
        <translation>මේ පරිගණකයේ තවම කිසිවක් නැත</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>එමින් පවතී</translation>
    </message>
    <message>
        <source>On this PC</source>
        <translation>මේ පරිගණකයේ</translation>
    </message>
    <message>
        <source>One file, {size}.</source>
        <translation>එක් ගොනුවක්, {size}.</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>ප්‍රකාශන</translation>
    </message>
    <message>
        <source>Remove from this PC</source>
        <translation>මේ පරිගණකයෙන් ඉවත් කරන්න</translation>
    </message>
    <message>
        <source>Settings of downloads</source>
        <translation>බාගැනීම් සැකසුම්</translation>
    </message>
    <message>
        <source>What you download is shown here until it has arrived.</source>
        <translation>ඔබ බාගන්නා දේ ලැබෙන තෙක් මෙහි පෙන්වයි.</translation>
    </message>
    <message>
        <source>What your teachers put up appears here.</source>
        <translation>ඔබේ ගුරුවරුන් තබන දේ මෙහි දිස්වේ.</translation>
    </message>
    <message>
        <source>When room is needed, what you have not read for longest goes first ({size}). What you keep or what is still due stays.</source>
        <translation>ඉඩ අවශ්‍ය වූ විට, වැඩිම කාලයක් ඔබ නොකියවූ දේ පළමුව ඉවත් වේ ({size}). ඔබ තබාගන්නා දේ සහ තවම නියමිත දේ රැඳේ.</translation>
    </message>
    <message>
        <source>{count} files, {size}.</source>
        <translation>ගොනු {count}ක්, {size}.</translation>
    </message>
    <message>
        <source>{free} free on this disk.</source>
        <translation>මේ තැටියේ {free} හිස්ව ඇත.</translation>
    </message>
    <message>
        <source>{here} of {size} fetched today.</source>
        <translation>අද {size} න් {here} ක් බාගෙන ඇත.</translation>
    </message>
    <message>
        <source>{size} do not fit. Remove or no longer keep some files first.</source>
        <translation>{size} ක් ඉඩ නොසෑහේ. පළමුව ගොනු කිහිපයක් ඉවත් කරන්න, නැතහොත් තබාගැනීම නවත්වන්න.</translation>
    </message>
    <message>
        <source>{size} that you have not read for longest will be removed.</source>
        <translation>වැඩිම කාලයක් ඔබ නොකියවූ {size} ක් ඉවත් වේ.</translation>
    </message>
    <message>
        <source>{used} of {quota} used for study files</source>
        <translation>අධ්‍යයන ගොනු සඳහා {quota} න් {used} ක් භාවිතා වේ</translation>
    </message>
</context>
<context>
    <name>LicenceDialog</name>
    <message>
        <source>Accept</source>
        <translation>පිළිගන්න</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>වසන්න</translation>
    </message>
    <message>
        <source>It is recorded that {person} accepted these terms, and when.</source>
        <translation>{person} මේ කොන්දේසි පිළිගත් බවත් ඒ කවදාද යන්නත් සටහන් වේ.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>දැන් නොවේ</translation>
    </message>
    <message>
        <source>Terms of the face models</source>
        <translation>මුහුණු හඳුනාගැනීමේ ගොනුවල කොන්දේසි</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Ask who sent it for a new one, or look in your timetable.</source>
        <translation>එය එවූ අයගෙන් අලුත් එකක් ඉල්ලන්න, නැතහොත් ඔබේ කාලසටහන බලන්න.</translation>
    </message>
    <message>
        <source>It opens after that.</source>
        <translation>ඉන් පසු එය විවෘත වේ.</translation>
    </message>
    <message>
        <source>LearnUp cannot open this link</source>
        <translation>LearnUp හට මෙම සබැඳිය විවෘත කළ නොහැක</translation>
    </message>
    <message>
        <source>Sign in to join the class</source>
        <translation>පන්තියට සම්බන්ධ වීමට පිවිසෙන්න</translation>
    </message>
</context>
<context>
    <name>LiveClass</name>
    <message>
        <source>Join</source>
        <translation>එක් වන්න</translation>
    </message>
    <message>
        <source>Live classes are for students and their teacher</source>
        <translation>සජීවී පන්ති සිසුන්ට හා ඔවුන්ගේ ගුරුවරයාට පමණි</translation>
    </message>
    <message>
        <source>{subject}: the class has begun</source>
        <translation>{subject}: පන්තිය ආරම්භ වී ඇත</translation>
    </message>
    <message>
        <source>{teacher} is there. You can join now.</source>
        <translation>{teacher} සිටී. ඔබට දැන් සම්බන්ධ විය හැකිය.</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>A live class is joined from Today or the timetable.</source>
        <translation>සජීවී පන්තියකට එක් වන්නේ අද පිටුවෙන් හෝ කාලසටහනෙනි.</translation>
    </message>
    <message>
        <source>Ask your teacher if you think this was a mistake.</source>
        <translation>මෙය වැරදීමක් යැයි ඔබ සිතන්නේ නම් ගුරුවරයාගෙන් අසන්න.</translation>
    </message>
    <message>
        <source>Back to the class</source>
        <translation>පන්තියට ආපසු</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>කැමරාව නිවන්න</translation>
    </message>
    <message>
        <source>Camera on</source>
        <translation>කැමරාව දමන්න</translation>
    </message>
    <message>
        <source>It may still be going on.</source>
        <translation>එය තවමත් පැවැත්වෙනවා විය හැක.</translation>
    </message>
    <message>
        <source>Join again</source>
        <translation>නැවත එක් වන්න</translation>
    </message>
    <message>
        <source>Leave the class</source>
        <translation>පන්තියෙන් පිටවන්න</translation>
    </message>
    <message>
        <source>Lower hand</source>
        <translation>අත පහත් කරන්න</translation>
    </message>
    <message>
        <source>Microphone off</source>
        <translation>මයික්‍රෆෝනය නිවන්න</translation>
    </message>
    <message>
        <source>Microphone on</source>
        <translation>මයික්‍රෆෝනය දමන්න</translation>
    </message>
    <message>
        <source>No class is going on</source>
        <translation>පන්තියක් නොපවතී</translation>
    </message>
    <message>
        <source>Open the timetable</source>
        <translation>කාලසටහන විවෘත කරන්න</translation>
    </message>
    <message>
        <source>Raise hand</source>
        <translation>අත ඔසවන්න</translation>
    </message>
    <message>
        <source>The class is in a window of its own. You can go on in LearnUp; it stays on.</source>
        <translation>පන්තිය වෙනම කවුළුවක ඇත. ඔබට LearnUp හි දිගටම වැඩ කළ හැක; පන්තිය දිගටම පවතී.</translation>
    </message>
    <message>
        <source>The class is over</source>
        <translation>පන්තිය අවසන්</translation>
    </message>
    <message>
        <source>The class&apos;s window has closed by itself</source>
        <translation>පන්තියේ කවුළුව ඉබේම වැසී ඇත</translation>
    </message>
    <message>
        <source>The fault is ours, or this computer is short of memory. Nothing you wrote is lost.</source>
        <translation>වරද අපගේ ය, නැතහොත් මෙම පරිගණකයේ මතකය මදි ය. ඔබ ලියූ කිසිවක් නැති වී නැත.</translation>
    </message>
    <message>
        <source>You left the class</source>
        <translation>ඔබ පන්තියෙන් පිටවිය</translation>
    </message>
    <message>
        <source>You were sent out of the class</source>
        <translation>ඔබව පන්තියෙන් පිටතට යවන ලදී</translation>
    </message>
    <message>
        <source>{count} in the class</source>
        <translation>පන්තියේ {count}</translation>
    </message>
</context>
<context>
    <name>LobbyPage</name>
    <message>
        <source>A person decides about every flag, and you can reply to it.</source>
        <translation>සෑම සටහනක් ගැනම තීරණය කරන්නේ පුද්ගලයෙකි; ඔබට පිළිතුරු දිය හැක.</translation>
    </message>
    <message>
        <source>Arranged for you</source>
        <translation>ඔබ සඳහා කළ විශේෂ පහසුකම්</translation>
    </message>
    <message>
        <source>By the server&apos;s clock.</source>
        <translation>සේවාදායකයේ ඔරලෝසුවට අනුව.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>වසා ඇත</translation>
    </message>
    <message>
        <source>Code for support: {code}</source>
        <translation>සහාය කේතය: {code}</translation>
    </message>
    <message>
        <source>Every answer, and when it was written.</source>
        <translation>සෑම පිළිතුරක්ම සහ එය ලියූ වේලාව.</translation>
    </message>
    <message>
        <source>First agree to what is recorded.</source>
        <translation>පළමුව, සටහන් වන දේට එකඟ වන්න.</translation>
    </message>
    <message>
        <source>First: {what}, {how}.</source>
        <translation>පළමුව: {what}, {how}.</translation>
    </message>
    <message>
        <source>I have read this and agree that my exam is recorded so.</source>
        <translation>මම මෙය කියවා, මගේ විභාගය මෙසේ සටහන් වීමට එකඟ වෙමි.</translation>
    </message>
    <message>
        <source>Is this PC ready?</source>
        <translation>මේ පරිගණකය සූදානම්ද?</translation>
    </message>
    <message>
        <source>It goes as an exam goes, with camera, clock and receipt, so that nothing is new to you on the day. Its marks do not count.</source>
        <translation>විභාග දිනයේ කිසිවක් ඔබට අලුත් නොවන ලෙස, මෙය කැමරාව, වේලාව සහ ලදුපත සහිතව විභාගයක් මෙන් ම පැවැත්වේ. ලකුණු ගණන් නොගැනේ.</translation>
    </message>
    <message>
        <source>One moment, this PC is being looked at.</source>
        <translation>මොහොතක්, මේ පරිගණකය පරීක්ෂා වෙමින්.</translation>
    </message>
    <message>
        <source>Open until {time}</source>
        <translation>{time} දක්වා විවෘතයි</translation>
    </message>
    <message>
        <source>Opens {time}</source>
        <translation>ඇරෙන්නේ {time}</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>නීති</translation>
    </message>
    <message>
        <source>Single pictures around what was noticed, deleted after {days} days. No film, no sound.</source>
        <translation>යමක් දුටු විට තනි පින්තූර; දින {days}කට පසු මැකේ. වීඩියෝ නැත, හඬ නැත.</translation>
    </message>
    <message>
        <source>Start the exam</source>
        <translation>විභාගය ආරම්භ කරන්න</translation>
    </message>
    <message>
        <source>Starts in {time}</source>
        <translation>තව {time}කින් ආරම්භ වේ</translation>
    </message>
    <message>
        <source>The exam is over.</source>
        <translation>විභාගය අවසන්.</translation>
    </message>
    <message>
        <source>The time begins when you press it.</source>
        <translation>ඔබ එය එබූ විට කාලය පටන් ගනී.</translation>
    </message>
    <message>
        <source>This is a practice paper</source>
        <translation>මෙය පුහුණු ප්‍රශ්න පත්‍රයකි</translation>
    </message>
    <message>
        <source>What is recorded, and who sees it</source>
        <translation>සටහන් වන දේ සහ එය දකින අය</translation>
    </message>
    <message>
        <source>What this PC can guarantee</source>
        <translation>මෙම පරිගණකයට සහතික කළ හැකි දේ</translation>
    </message>
    <message>
        <source>Whether one person, and the same person, sits before the camera.</source>
        <translation>කැමරාව ඉදිරියේ එක් අයෙක්, එම අයම සිටින බව.</translation>
    </message>
    <message>
        <source>Whether this PC is used from afar, is a virtual machine, or runs a listed program.</source>
        <translation>මෙම පරිගණකය දුරස්ථව භාවිත කෙරේද, අතථ්‍ය යන්ත්‍රයක්ද, ලැයිස්තුවේ ඇති වැඩසටහනක් ධාවනය කරයිද යන වග.</translation>
    </message>
    <message>
        <source>Whether this window is left, a second display is connected, or text is pasted in.</source>
        <translation>මේ කවුළුවෙන් පිටවීම, දෙවන තිරයක් සම්බන්ධ කිරීම, හෝ පිටතින් පෙළ ඇලවීම.</translation>
    </message>
    <message>
        <source>Your camera</source>
        <translation>ඔබේ කැමරාව</translation>
    </message>
    <message>
        <source>Your teacher sees the same. Nothing of it keeps you from the exam.</source>
        <translation>ඔබේ ගුරුවරයාට පෙනෙන්නේත් මෙයයි. මෙයින් කිසිවක් ඔබට විභාගයට පෙනී සිටීම වළක්වන්නේ නැත.</translation>
    </message>
    <message>
        <source>Your teacher writes: {note}</source>
        <translation>ඔබේ ගුරුවරයා ලියයි: {note}</translation>
    </message>
    <message>
        <source>Your teachers of this class see it, and you. Nobody else.</source>
        <translation>මෙය දකින්නේ මේ පන්තියේ ඔබේ ගුරුවරුන් සහ ඔබ පමණයි.</translation>
    </message>
    <message>
        <source>{subject} · {questions} questions · {marks} marks · {length}</source>
        <translation>{subject} · ප්‍රශ්න {questions} · ලකුණු {marks} · {length}</translation>
    </message>
</context>
<context>
    <name>LostPassword</name>
    <message>
        <source>Back to signing in</source>
        <translation>පිවිසීමට ආපසු</translation>
    </message>
    <message>
        <source>Code for support: {code}</source>
        <translation>උපකාරක කේතය: {code}</translation>
    </message>
    <message>
        <source>Code from the letter</source>
        <translation>ලිපියේ ඇති කේතය</translation>
    </message>
    <message>
        <source>If there is such an account, a letter with a code is on its way to its e-mail address. It can take a few minutes. No letter? Ask at your school.</source>
        <translation>එවැනි ගිණුමක් ඇත්නම්, කේතයක් සහිත ලිපියක් එහි විද්‍යුත් තැපැල් ලිපිනයට යවා ඇත. එයට මිනිත්තු කිහිපයක් ගත විය හැක. ලිපියක් නොලැබුණේද? ඔබේ පාසලෙන් විමසන්න.</translation>
    </message>
    <message>
        <source>Look again, or ask for another one.</source>
        <translation>නැවත බලන්න, නැතහොත් වෙනත් කේතයක් ඉල්ලන්න.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>නම</translation>
    </message>
    <message>
        <source>Name or e-mail address</source>
        <translation>නම හෝ විද්‍යුත් තැපැල් ලිපිනය</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>නව මුරපදය</translation>
    </message>
    <message>
        <source>Send another code</source>
        <translation>වෙනත් කේතයක් යවන්න</translation>
    </message>
    <message>
        <source>Send me a code</source>
        <translation>මට කේතයක් එවන්න</translation>
    </message>
    <message>
        <source>Set the new password</source>
        <translation>නව මුරපදය සකසන්න</translation>
    </message>
    <message>
        <source>This code is not right, or it is too old.</source>
        <translation>මෙම කේතය නිවැරදි නැත, නැතහොත් එය පැරණිය.</translation>
    </message>
    <message>
        <source>This password is too easy to guess.</source>
        <translation>මෙම මුරපදය අනුමාන කිරීමට පහසුය.</translation>
    </message>
    <message>
        <source>Try again when there is a network.</source>
        <translation>ජාලයක් ඇති විට නැවත උත්සාහ කරන්න.</translation>
    </message>
    <message>
        <source>Type a new password.</source>
        <translation>නව මුරපදයක් ලියන්න.</translation>
    </message>
    <message>
        <source>Type the code from the letter.</source>
        <translation>ලිපියේ ඇති කේතය ලියන්න.</translation>
    </message>
    <message>
        <source>Type your name.</source>
        <translation>ඔබේ නම ලියන්න.</translation>
    </message>
    <message>
        <source>Use at least eight characters, and not your name.</source>
        <translation>ඔබේ නම නොව, අවම වශයෙන් අකුරු අටක් යොදන්න.</translation>
    </message>
    <message>
        <source>We send a code to the e-mail address that your school has of you.</source>
        <translation>ඔබේ පාසල සතුව ඇති ඔබේ විද්‍යුත් තැපැල් ලිපිනයට අපි කේතයක් යවමු.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Page</source>
        <translation>පිටුව</translation>
    </message>
</context>
<context>
    <name>MarkView</name>
    <message>
        <source>A number from 0 to the marks of the question, at most two decimals.</source>
        <translation>0 සිට ප්‍රශ්නයේ ලකුණු දක්වා අංකයක්, දශම ස්ථාන දෙකකට නොවැඩි.</translation>
    </message>
    <message>
        <source>Another answer counts since this was marked. The mark stays until you give another.</source>
        <translation>ලකුණු දුන් පසු වෙනත් පිළිතුරක් ගණන් ගැනේ. ඔබ අලුත් ලකුණක් දෙන තෙක් මෙය පවතී.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ආපසු</translation>
    </message>
    <message>
        <source>By question</source>
        <translation>ප්‍රශ්නය අනුව</translation>
    </message>
    <message>
        <source>By student</source>
        <translation>සිසුවා අනුව</translation>
    </message>
    <message>
        <source>Comment (the student reads it)</source>
        <translation>අදහස (සිසුවා කියවයි)</translation>
    </message>
    <message>
        <source>Enter saves and goes on. Up and down change by half a mark. Alt with ← → turns.</source>
        <translation>Enter සුරැක ඉදිරියට යයි. ඉහළ පහළ යතුරු අඩක් වෙනස් කරයි. Alt සමඟ ← → පෙරළයි.</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>නම් සඟවන්න</translation>
    </message>
    <message>
        <source>Marked by a teacher.</source>
        <translation>ගුරුවරයකු ලකුණු දුන්නේය.</translation>
    </message>
    <message>
        <source>Marked by the rules of the paper.</source>
        <translation>පත්‍රයේ රීති අනුව ලකුණු දුන්නේය.</translation>
    </message>
    <message>
        <source>Marked on this PC; goes to school as soon as there is a network.</source>
        <translation>මෙම පරිගණකයේ ලකුණු දුන්නේය; ජාලය ලැබුණු වහාම පාසලට යයි.</translation>
    </message>
    <message>
        <source>Marks, of {n}</source>
        <translation>ලකුණු, {n} න්</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>කිසිවක් ලියා නැත.</translation>
    </message>
    <message>
        <source>Picture {number}</source>
        <translation>පින්තූරය {number}</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>ප්‍රශ්නය</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>ප්‍රශ්නය {number}</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>සුරැක ඊළඟට</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>මඟහරින්න</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>සිසුවා</translation>
    </message>
    <message>
        <source>Student {number}</source>
        <translation>සිසුවා {number}</translation>
    </message>
    <message>
        <source>Take the mark back</source>
        <translation>ලකුණ ආපසු ගන්න</translation>
    </message>
    <message>
        <source>The rules propose a mark. Please look at it.</source>
        <translation>රීති ලකුණක් යෝජනා කරයි. කරුණාකර බලන්න.</translation>
    </message>
    <message>
        <source>This picture is not here yet.</source>
        <translation>මෙම පින්තූරය තවම මෙහි නැත.</translation>
    </message>
    <message>
        <source>Waits for a mark.</source>
        <translation>ලකුණක් බලාපොරොත්තුවෙන්.</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>බලන්න</translation>
    </message>
    <message>
        <source>to mark</source>
        <translation>ලකුණු දීමට</translation>
    </message>
    <message>
        <source>{done} of {total} answers marked</source>
        <translation>පිළිතුරු {total} න් {done} කට ලකුණු දුන්නේය</translation>
    </message>
    <message>
        <source>{name} · {n} to mark</source>
        <translation>{name} · ලකුණු දීමට {n}</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>At {time}</source>
        <translation>{time} හිදී</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>පිටු සලකුණ</translation>
    </message>
    <message>
        <source>Bookmark deleted</source>
        <translation>පිටු සලකුණ මකා දැමිණි</translation>
    </message>
    <message>
        <source>Bookmark this place</source>
        <translation>මෙතැන සලකුණු කරන්න</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>කාඩ්පත</translation>
    </message>
    <message>
        <source>Card deleted</source>
        <translation>කාඩ්පත මකා දැමිණි</translation>
    </message>
    <message>
        <source>Card made</source>
        <translation>කාඩ්පත සෑදිණි</translation>
    </message>
    <message>
        <source>Edit the card</source>
        <translation>කාඩ්පත සංස්කරණය</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>සටහන සංස්කරණය</translation>
    </message>
    <message>
        <source>Highlight deleted</source>
        <translation>ඉස්මතු කිරීම මකා දැමිණි</translation>
    </message>
    <message>
        <source>Highlight in {colour}</source>
        <translation>{colour} පාටින් ඉස්මතු කරන්න</translation>
    </message>
    <message>
        <source>It waits for you under Study.</source>
        <translation>එය “අධ්‍යයනය” යටතේ ඔබ එනතුරු ඇත.</translation>
    </message>
    <message>
        <source>Make a card</source>
        <translation>කාඩ්පතක් සාදන්න</translation>
    </message>
    <message>
        <source>No words are selected</source>
        <translation>වචන තෝරා නැත</translation>
    </message>
    <message>
        <source>Note deleted</source>
        <translation>සටහන මකා දැමිණි</translation>
    </message>
    <message>
        <source>Notes on {title}</source>
        <translation>{title} පිළිබඳ සටහන්</translation>
    </message>
    <message>
        <source>Notes saved</source>
        <translation>සටහන් සුරැකිණි</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>පිටුව {number}</translation>
    </message>
    <message>
        <source>Place not found</source>
        <translation>තැන හමු නොවිණි</translation>
    </message>
    <message>
        <source>Save your notes</source>
        <translation>ඔබේ සටහන් සුරකින්න</translation>
    </message>
    <message>
        <source>Select words with the mouse, with Shift and the arrow keys, or find them with Ctrl+F.</source>
        <translation>මූසිකයෙන් හෝ Shift සහ ඊතල යතුරුවලින් වචන තෝරන්න, නැතහොත් Ctrl+F මගින් ඒවා සොයන්න.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>පෙර තත්ත්වයට</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>සටහනක් ලියන්න</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>නිල්</translation>
    </message>
    <message>
        <source>green</source>
        <translation>කොළ</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>රෝස</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>කහ</translation>
    </message>
</context>
<context>
    <name>MarkingPage</name>
    <message>
        <source>Analysis</source>
        <translation>විශ්ලේෂණය</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>විභාගය</translation>
    </message>
    <message>
        <source>Exams of your classes appear here once they have begun.</source>
        <translation>ඔබේ පන්තිවල විභාග ආරම්භ වූ පසු මෙහි පෙනේ.</translation>
    </message>
    <message>
        <source>Index number</source>
        <translation>ඇතුළත් වීමේ අංකය</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>ලකුණු</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>නම</translation>
    </message>
    <message>
        <source>No exam to mark</source>
        <translation>ලකුණු දීමට විභාගයක් නැත</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>මුළු</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>ස්ථානය</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>ප්‍රකාශ කරන්න</translation>
    </message>
    <message>
        <source>Publish all the same?</source>
        <translation>එසේ වුවත් ප්‍රකාශ කරන්නද?</translation>
    </message>
    <message>
        <source>Save the marks</source>
        <translation>ලකුණු සුරකින්න</translation>
    </message>
    <message>
        <source>Saved in {name}</source>
        <translation>{name} හි සුරැකිණි</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>පසෙකට තැබූ</translation>
    </message>
    <message>
        <source>Some marks were not taken</source>
        <translation>සමහර ලකුණු ගත්තේ නැත</translation>
    </message>
    <message>
        <source>Somebody else marked the same answers later, or the question was withdrawn. You see what counts.</source>
        <translation>වෙනත් අයකු එම පිළිතුරුවලට පසුව ලකුණු දුන්නේය, නැතහොත් ප්‍රශ්නය ඉවත් කරන ලදී. ඔබ දකින්නේ ගණන් ගැනෙන දෙයයි.</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>සිසුන්</translation>
    </message>
    <message>
        <source>To mark</source>
        <translation>ලකුණු දීමට</translation>
    </message>
    <message>
        <source>{n} answers still wait for a mark. Students will see them as not marked.</source>
        <translation>පිළිතුරු {n} ක් තවම ලකුණු බලාපොරොත්තුවෙන්. සිසුන්ට ඒවා ලකුණු නොදුන් ලෙස පෙනේ.</translation>
    </message>
    <message>
        <source>{n} students can see their marks</source>
        <translation>සිසුන් {n} කට තම ලකුණු දැකිය හැක</translation>
    </message>
</context>
<context>
    <name>MatchingEditor</name>
    <message>
        <source>Choose…</source>
        <translation>තෝරන්න…</translation>
    </message>
    <message>
        <source>Partner of: {item}</source>
        <translation>ගැළපෙන්නේ: {item}</translation>
    </message>
</context>
<context>
    <name>MaterialForm</name>
    <message>
        <source>Cancel</source>
        <translation>අවලංගු කරන්න</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>පන්තිය</translation>
    </message>
    <message>
        <source>Put up</source>
        <translation>පළ කරන්න</translation>
    </message>
    <message>
        <source>Show it to the class at once</source>
        <translation>එය වහාම පන්තියට පෙන්වන්න</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>මාතෘකාව</translation>
    </message>
    <message>
        <source>To be handed in</source>
        <translation>භාර දිය යුතු දිනය</translation>
    </message>
</context>
<context>
    <name>MaterialRow</name>
    <message>
        <source>Draft</source>
        <translation>කෙටුම්පත</translation>
    </message>
    <message>
        <source>More about {title}</source>
        <translation>{title} ගැන තවත්</translation>
    </message>
    <message>
        <source>Not at school yet</source>
        <translation>තවම පාසලට ලැබී නැත</translation>
    </message>
    <message>
        <source>Publish {title}</source>
        <translation>{title} පළ කරන්න</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>පළ කර ඇත</translation>
    </message>
    <message>
        <source>Take {title} back</source>
        <translation>{title} ආපසු ගන්න</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>{date} දිනට නියමිතයි</translation>
    </message>
</context>
<context>
    <name>Materials</name>
    <message>
        <source>In {count} days</source>
        <translation>දින {count} කින්</translation>
    </message>
    <message>
        <source>It arrived damaged twice. Choose the file once more.</source>
        <translation>එය දෙවරක් හානි වී ලැබිණි. ගොනුව නැවත තෝරන්න.</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>දිනයක් නැත</translation>
    </message>
    <message>
        <source>Put up a file</source>
        <translation>ගොනුවක් පළ කරන්න</translation>
    </message>
    <message>
        <source>The school does not take files of this size.</source>
        <translation>පාසල මෙම ප්‍රමාණයේ ගොනු නොගනී.</translation>
    </message>
    <message>
        <source>The school does not take this kind of file, or it is not one.</source>
        <translation>පාසල මෙවැනි ගොනු නොගනී, නැතහොත් එය එවැන්නක් නොවේ.</translation>
    </message>
    <message>
        <source>The school refuses this file. Ask the office.</source>
        <translation>පාසල මෙම ගොනුව ප්‍රතික්ෂේප කරයි. කාර්යාලයෙන් අසන්න.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>අද</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>හෙට</translation>
    </message>
    <message>
        <source>You no longer teach this class.</source>
        <translation>ඔබ තවදුරටත් මෙම පන්තියට උගන්වන්නේ නැත.</translation>
    </message>
</context>
<context>
    <name>MaterialsPage</name>
    <message>
        <source>Cancel</source>
        <translation>අවලංගු කරන්න</translation>
    </message>
    <message>
        <source>Change the date</source>
        <translation>දිනය වෙනස් කරන්න</translation>
    </message>
    <message>
        <source>Change the title</source>
        <translation>මාතෘකාව වෙනස් කරන්න</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>මකන්න</translation>
    </message>
    <message>
        <source>Delete {title}?</source>
        <translation>{title} මකන්නද?</translation>
    </message>
    <message>
        <source>Do not put it up</source>
        <translation>පළ නොකරන්න</translation>
    </message>
    <message>
        <source>Do not put it up?</source>
        <translation>පළ නොකරන්නද?</translation>
    </message>
    <message>
        <source>It goes for everybody, also from computers that have downloaded it.</source>
        <translation>එය සැමට ඉවත් වේ, බාගත් පරිගණකවලින් ද.</translation>
    </message>
    <message>
        <source>It is empty, larger than 512 MB, or of a kind that the library cannot show.</source>
        <translation>එය හිස්ය, 512 MB ට වඩා විශාලය, නැතහොත් පුස්තකාලයට පෙන්විය නොහැකි වර්ගයකි.</translation>
    </message>
    <message>
        <source>No class yet</source>
        <translation>තවම පන්තියක් නැත</translation>
    </message>
    <message>
        <source>Nothing put up yet.</source>
        <translation>තවම කිසිවක් පළ කර නැත.</translation>
    </message>
    <message>
        <source>Put up a file</source>
        <translation>ගොනුවක් පළ කරන්න</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>සුරකින්න</translation>
    </message>
    <message>
        <source>Study material</source>
        <translation>පාඩම් ද්‍රව්‍ය</translation>
    </message>
    <message>
        <source>The classes you teach appear here.</source>
        <translation>ඔබ උගන්වන පන්ති මෙහි දිස්වේ.</translation>
    </message>
    <message>
        <source>This file cannot be put up</source>
        <translation>මෙම ගොනුව පළ කළ නොහැක</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>මාතෘකාව</translation>
    </message>
    <message>
        <source>What has arrived at school is thrown away there. Your own file stays where it is.</source>
        <translation>පාසලට ලැබුණු කොටස එහි ඉවත දමනු ලැබේ. ඔබගේ ගොනුව තිබූ තැනම පවතී.</translation>
    </message>
</context>
<context>
    <name>MediaViewer</name>
    <message>
        <source>Captions</source>
        <translation>උපසිරැසි</translation>
    </message>
    <message>
        <source>Captions {number}</source>
        <translation>උපසිරැසි {number}</translation>
    </message>
    <message>
        <source>No captions</source>
        <translation>උපසිරැසි නැත</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>නවතා තබන්න</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>ධාවනය කරන්න</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>ස්ථානය</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>වේගය</translation>
    </message>
    <message>
        <source>Ten seconds ahead</source>
        <translation>තත්පර දහයක් ඉදිරියට</translation>
    </message>
    <message>
        <source>Ten seconds back</source>
        <translation>තත්පර දහයක් ආපසු</translation>
    </message>
    <message>
        <source>This recording cannot be played here. Tell your teacher.</source>
        <translation>මේ පටිගත කිරීම මෙහි ධාවනය කළ නොහැක. ඔබේ ගුරුවරයාට කියන්න.</translation>
    </message>
</context>
<context>
    <name>Medium</name>
    <message>
        <source>English</source>
        <translation>ඉංග්‍රීසි</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>සිංහල</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>දෙමළ</translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message>
        <source>Ask your teacher if you think this was a mistake.</source>
        <translation>මෙය වැරදීමක් යැයි ඔබ සිතන්නේ නම් ගුරුවරයාගෙන් අසන්න.</translation>
    </message>
    <message>
        <source>Class is over</source>
        <translation>පන්තිය අවසන්</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>සම්බන්ධ වෙමින්…</translation>
    </message>
    <message>
        <source>In class</source>
        <translation>පන්තියේ</translation>
    </message>
    <message>
        <source>Join again</source>
        <translation>නැවත එක් වන්න</translation>
    </message>
    <message>
        <source>Joining the class</source>
        <translation>පන්තියට එක් වෙමින්</translation>
    </message>
    <message>
        <source>Lower hand</source>
        <translation>අත පහත් කරන්න</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>මයික්‍රෆෝනය නිවන්න</translation>
    </message>
    <message>
        <source>Not let in</source>
        <translation>ඇතුළත් කළේ නැත</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>ළඟා විය නොහැක</translation>
    </message>
    <message>
        <source>Not safe</source>
        <translation>ආරක්ෂිත නැත</translation>
    </message>
    <message>
        <source>On a slow line this takes up to half a minute.</source>
        <translation>මන්දගාමී සම්බන්ධතාවකදී මෙයට තත්පර තිහක් පමණ ගත වේ.</translation>
    </message>
    <message>
        <source>Password needed</source>
        <translation>මුරපදය අවශ්‍යයි</translation>
    </message>
    <message>
        <source>Raise hand</source>
        <translation>අත ඔසවන්න</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>නැවත සම්බන්ධ වෙමින්…</translation>
    </message>
    <message>
        <source>Sent out</source>
        <translation>පිටතට යවන ලදී</translation>
    </message>
    <message>
        <source>Switch camera off</source>
        <translation>කැමරාව නිවන්න</translation>
    </message>
    <message>
        <source>Switch camera on</source>
        <translation>කැමරාව දමන්න</translation>
    </message>
    <message>
        <source>Switch microphone on</source>
        <translation>මයික්‍රෆෝනය දමන්න</translation>
    </message>
    <message>
        <source>The class cannot be reached</source>
        <translation>පන්තියට ළඟා විය නොහැක</translation>
    </message>
    <message>
        <source>The class is over</source>
        <translation>පන්තිය අවසන්</translation>
    </message>
    <message>
        <source>The class may be full or not open for you. Ask your teacher, then join again.</source>
        <translation>පන්තිය පිරී ඇති හෝ ඔබට විවෘත නැති විය හැක. ගුරුවරයාගෙන් අසා නැවත එක් වන්න.</translation>
    </message>
    <message>
        <source>The line to the class was lost</source>
        <translation>පන්තියට තිබූ සම්බන්ධතාව බිඳුණි</translation>
    </message>
    <message>
        <source>The meeting server could not prove who it is, so nothing was sent. Check this computer&apos;s date and time, then tell your school.</source>
        <translation>රැස්වීම් සේවාදායකයට තම අනන්‍යතාව ඔප්පු කළ නොහැකි විය; එබැවින් කිසිවක් යැව්වේ නැත. මෙම පරිගණකයේ දිනය සහ වේලාව පරීක්ෂා කර, පාසලට දන්වන්න.</translation>
    </message>
    <message>
        <source>This connection is not safe</source>
        <translation>මෙම සම්බන්ධතාව ආරක්ෂිත නැත</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>දැන් උත්සාහ කරන්න</translation>
    </message>
    <message>
        <source>Waiting to be let in</source>
        <translation>ඇතුළත් කරන තෙක් රැඳී සිටී</translation>
    </message>
    <message>
        <source>We are joining again by ourselves. Your microphone and camera will be as they were.</source>
        <translation>අපි ස්වයංක්‍රීයව නැවත එක් වෙමු. ඔබේ මයික්‍රෆෝනය සහ කැමරාව තිබූ පරිදිම වේ.</translation>
    </message>
    <message>
        <source>We go on trying. Check your internet connection, or use sound only to save data.</source>
        <translation>අපි දිගටම උත්සාහ කරමු. ඔබේ අන්තර්ජාල සම්බන්ධතාව පරීක්ෂා කරන්න, නැතහොත් දත්ත ඉතිරි කිරීමට ශබ්දය පමණක් තෝරන්න.</translation>
    </message>
    <message>
        <source>You can close this window.</source>
        <translation>ඔබට මෙම කවුළුව වසා දැමිය හැක.</translation>
    </message>
    <message>
        <source>You left</source>
        <translation>ඔබ පිටවිය</translation>
    </message>
    <message>
        <source>You were not let in</source>
        <translation>ඔබව ඇතුළත් කළේ නැත</translation>
    </message>
    <message>
        <source>You were sent out of the class</source>
        <translation>ඔබව පන්තියෙන් පිටතට යවන ලදී</translation>
    </message>
</context>
<context>
    <name>MeetingHead</name>
    <message>
        <source>Automatic</source>
        <translation>ස්වයංක්‍රීය</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>පිටවන්න</translation>
    </message>
    <message>
        <source>People, chat and materials</source>
        <translation>පුද්ගලයන්, කතාබහ සහ පාඩම් ද්‍රව්‍ය</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>පටිගත කරන්න</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>පටිගත වෙමින්</translation>
    </message>
    <message>
        <source>Save data</source>
        <translation>දත්ත ඉතිරි කරන්න</translation>
    </message>
    <message>
        <source>Show my screen</source>
        <translation>මගේ තිරය පෙන්වන්න</translation>
    </message>
    <message>
        <source>Sound only</source>
        <translation>ශබ්දය පමණක්</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>පටිගත කිරීම නවත්වන්න</translation>
    </message>
    <message>
        <source>Stop showing my screen</source>
        <translation>මගේ තිරය පෙන්වීම නවත්වන්න</translation>
    </message>
    <message>
        <source>To LearnUp</source>
        <translation>LearnUp වෙත</translation>
    </message>
    <message>
        <source>What to ask of the line</source>
        <translation>සම්බන්ධතාව භාවිතා කරන ආකාරය</translation>
    </message>
</context>
<context>
    <name>MeetingPanel</name>
    <message>
        <source>Ask {name} to speak</source>
        <translation>{name} හට කතා කිරීමට ආරාධනා කරන්න</translation>
    </message>
    <message>
        <source>Beside the meeting</source>
        <translation>රැස්වීම අසල</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>කතාබහ</translation>
    </message>
    <message>
        <source>Chat ({count})</source>
        <translation>කතාබහ ({count})</translation>
    </message>
    <message>
        <source>Close {name}, everybody comes back</source>
        <translation>{name} වසන්න, සියල්ලෝ ආපසු එති</translation>
    </message>
    <message>
        <source>Do not let {name} in</source>
        <translation>{name} ඇතුළත් නොකරන්න</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>ඇතුළත් කරන්න</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>පාඩම් ද්‍රව්‍ය</translation>
    </message>
    <message>
        <source>Message to the class</source>
        <translation>පන්තියට පණිවිඩය</translation>
    </message>
    <message>
        <source>Mute everyone</source>
        <translation>සියල්ලන් නිහඬ කරන්න</translation>
    </message>
    <message>
        <source>No materials</source>
        <translation>පාඩම් ද්‍රව්‍ය නැත</translation>
    </message>
    <message>
        <source>People</source>
        <translation>පුද්ගලයන්</translation>
    </message>
    <message>
        <source>People ({count})</source>
        <translation>පුද්ගලයන් ({count})</translation>
    </message>
    <message>
        <source>Room {number}</source>
        <translation>කාමරය {number}</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>යවන්න</translation>
    </message>
    <message>
        <source>Send {name} out</source>
        <translation>{name} පිටතට යවන්න</translation>
    </message>
    <message>
        <source>Somebody without a name</source>
        <translation>නමක් නැති අයෙක්</translation>
    </message>
    <message>
        <source>Split into rooms</source>
        <translation>කාමරවලට බෙදන්න</translation>
    </message>
    <message>
        <source>What your teacher gives out for this class appears here.</source>
        <translation>ගුරුවරයා මෙම පන්තියට දෙන දේ මෙහි දිස් වේ.</translation>
    </message>
    <message>
        <source>Who comes has to wait until I let them in</source>
        <translation>එන අය මා ඇතුළත් කරන තෙක් රැඳී සිටිය යුතුයි</translation>
    </message>
    <message>
        <source>You</source>
        <translation>ඔබ</translation>
    </message>
    <message>
        <source>hand raised, place {place}</source>
        <translation>අත ඔසවා ඇත, ස්ථානය {place}</translation>
    </message>
    <message>
        <source>leads the class</source>
        <translation>පන්තිය මෙහෙයවයි</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>මෙහි නැත</translation>
    </message>
    <message>
        <source>waits to be let in</source>
        <translation>ඇතුළත් කරන තෙක් රැඳී සිටී</translation>
    </message>
    <message>
        <source>you</source>
        <translation>ඔබ</translation>
    </message>
    <message>
        <source>{count} in this room</source>
        <translation>මෙම කාමරයේ {count}</translation>
    </message>
    <message>
        <source>{here} here</source>
        <translation>{here} සිටී</translation>
    </message>
    <message>
        <source>{missing} not here</source>
        <translation>{missing} නැත</translation>
    </message>
    <message>
        <source>{name}, only to you</source>
        <translation>{name}, ඔබට පමණයි</translation>
    </message>
</context>
<context>
    <name>MeetingWindow</name>
    <message>
        <source>A class is going on</source>
        <translation>පන්තියක් පැවැත්වේ</translation>
    </message>
    <message>
        <source>End for everybody</source>
        <translation>සියල්ලන්ට අවසන් කරන්න</translation>
    </message>
    <message>
        <source>Keep the bar</source>
        <translation>තීරුව තබා ගන්න</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>පිටවන්න</translation>
    </message>
    <message>
        <source>Leave the class?</source>
        <translation>පන්තියෙන් පිටවන්නද?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>විවෘත කරන්න</translation>
    </message>
    <message>
        <source>Open this link in your browser?</source>
        <translation>මෙම සබැඳිය ඔබේ බ්‍රවුසරයේ විවෘත කරන්නද?</translation>
    </message>
    <message>
        <source>Send out</source>
        <translation>පිටතට යවන්න</translation>
    </message>
    <message>
        <source>Send {name} out of the class?</source>
        <translation>{name} පන්තියෙන් පිටතට යවන්නද?</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>රැඳී සිටින්න</translation>
    </message>
    <message>
        <source>The camera cannot be used. Is another program using it?</source>
        <translation>කැමරාව භාවිතා කළ නොහැක. වෙනත් වැඩසටහනක් එය භාවිතා කරනවාද?</translation>
    </message>
    <message>
        <source>The class can go on without you, or end for everybody.</source>
        <translation>ඔබ නැතිව පන්තිය ඉදිරියට යා හැක, නැතහොත් සියල්ලන්ට අවසන් කළ හැක.</translation>
    </message>
    <message>
        <source>The microphone cannot be used. Is another program using it?</source>
        <translation>මයික්‍රෆෝනය භාවිතා කළ නොහැක. වෙනත් වැඩසටහනක් එය භාවිතා කරනවාද?</translation>
    </message>
    <message>
        <source>They can ask to come in again.</source>
        <translation>ඔවුන්ට නැවත ඇතුළු වීමට ඉල්ලිය හැක.</translation>
    </message>
    <message>
        <source>You can also keep it in a small bar and do something else.</source>
        <translation>එය කුඩා තීරුවක තබාගෙන වෙනත් දෙයක් කිරීමටද හැක.</translation>
    </message>
    <message>
        <source>{name} waits to be let in</source>
        <translation>{name} ඇතුළත් කරන තෙක් රැඳී සිටී</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>New</source>
        <translation>නව</translation>
    </message>
    <message>
        <source>Press to read</source>
        <translation>කියවීමට ඔබන්න</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>A camera picture is enough, nobody is recognised</source>
        <translation>කැමරා රූපය පමණක් ප්‍රමාණවත්, කිසිවෙකු හඳුනා නොගැනේ</translation>
    </message>
    <message>
        <source>A face model is damaged</source>
        <translation>මුහුණු හඳුනාගැනීමේ ගොනුවකට හානි වී ඇත</translation>
    </message>
    <message>
        <source>A file on this computer is damaged.</source>
        <translation>මේ පරිගණකයේ ගොනුවක් හානි වී ඇත.</translation>
    </message>
    <message>
        <source>A graphics card that fits spares the processor. Where there is none, the processor does it.</source>
        <translation>ගැළපෙන ග්‍රැෆික්ස් කාඩ්පතක් සකසනයේ වැඩ අඩු කරයි. එවැන්නක් නැත්නම් සකසනය ම එය කරයි.</translation>
    </message>
    <message>
        <source>A helper may be in the picture</source>
        <translation>උදව්කරුවෙකු රූපයේ සිටිය හැක</translation>
    </message>
    <message>
        <source>A magnifier or a helper may see the screen</source>
        <translation>විශාලකයකට හෝ උදව්කරුවෙකුට තිරය දැකිය හැක</translation>
    </message>
    <message>
        <source>A program on your school&apos;s list is running.</source>
        <translation>ඔබේ පාසලේ ලැයිස්තුවේ ඇති වැඩසටහනක් ක්‍රියා කරයි.</translation>
    </message>
    <message>
        <source>A second display is allowed</source>
        <translation>දෙවන තිරයකට අවසර ඇත</translation>
    </message>
    <message>
        <source>A second display is connected.</source>
        <translation>දෙවන තිරයක් සම්බන්ධ කර ඇත.</translation>
    </message>
    <message>
        <source>A video file and the simulated camera are for trying out.</source>
        <translation>වීඩියෝ ගොනුව සහ ආදර්ශ කැමරාව අත්හදා බැලීමටයි.</translation>
    </message>
    <message>
        <source>A virtual machine is noticed</source>
        <translation>අතථ්‍ය යන්ත්‍රයක් නම් එය දැනගනී</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>උසස්</translation>
    </message>
    <message>
        <source>All places of this seminar are taken.</source>
        <translation>මෙම සම්මන්ත්‍රණයේ සියලු ආසන වෙන් කර ඇත.</translation>
    </message>
    <message>
        <source>Also previews</source>
        <translation>පෙර අනුවාදත්</translation>
    </message>
    <message>
        <source>Also with no network, while LearnUp is open.</source>
        <translation>ජාලය නැති විටත්, LearnUp විවෘතව ඇති තාක්.</translation>
    </message>
    <message>
        <source>An exam and a live class cannot go on at the same time.</source>
        <translation>විභාගයක් සහ සජීවී පන්තියක් එකවර පැවැත්විය නොහැක.</translation>
    </message>
    <message>
        <source>Another program uses the camera. Close that program.</source>
        <translation>වෙනත් වැඩසටහනක් කැමරාව භාවිත කරයි. එම වැඩසටහන වසන්න.</translation>
    </message>
    <message>
        <source>Answers stay off the clipboard</source>
        <translation>පිළිතුරු පසුරු පුවරුවට නොයයි</translation>
    </message>
    <message>
        <source>As fast as it comes</source>
        <translation>හැකි තරම් වේගයෙන්</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>පරිගණකයේ පරිදි</translation>
    </message>
    <message>
        <source>As the computer says</source>
        <translation>පරිගණකය කියන පරිදි</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>මගෙන් අසන්න</translation>
    </message>
    <message>
        <source>Ask the school if you want to go on with it.</source>
        <translation>එය දිගටම කියවීමට අවශ්‍ය නම් පාසලෙන් අසන්න.</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer to allow LearnUp to write to its folder.</source>
        <translation>LearnUp හට එහි ෆෝල්ඩරයට ලිවීමට ඉඩ දෙන ලෙස මෙම පරිගණකය භාරව සිටින අයගෙන් ඉල්ලන්න.</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer to allow it.</source>
        <translation>මේ පරිගණකය භාර කෙනාගෙන් ඊට ඉඩ ඉල්ලන්න.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>කැමරාව</translation>
    </message>
    <message>
        <source>Camera and face recognition</source>
        <translation>කැමරාව සහ මුහුණ හඳුනා ගැනීම</translation>
    </message>
    <message>
        <source>Camera covered</source>
        <translation>කැමරාව වැසී ඇත</translation>
    </message>
    <message>
        <source>Camera for exams</source>
        <translation>විභාග සඳහා කැමරාව</translation>
    </message>
    <message>
        <source>Camera is starting</source>
        <translation>කැමරාව ආරම්භ වෙමින්</translation>
    </message>
    <message>
        <source>Camera not connected</source>
        <translation>කැමරාව සම්බන්ධ නැත</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>කැමරාව අක්‍රියයි</translation>
    </message>
    <message>
        <source>Camera on</source>
        <translation>කැමරාව සක්‍රියයි</translation>
    </message>
    <message>
        <source>Camera only, nobody was recognised</source>
        <translation>කැමරාව පමණි, මුහුණ හඳුනා ගත්තේ නැත</translation>
    </message>
    <message>
        <source>Camera restarts, go on writing</source>
        <translation>කැමරාව යළි ඇරෙයි, දිගටම ලියන්න</translation>
    </message>
    <message>
        <source>Camera, face recognition and liveness</source>
        <translation>කැමරාව, මුහුණ හඳුනා ගැනීම සහ සැබෑ මුහුණ පරීක්ෂාව</translation>
    </message>
    <message>
        <source>Cards beyond it wait for the next day. The same card again on one day does not count.</source>
        <translation>එයට වැඩි කාඩ්පත් ඊළඟ දින තෙක් රැඳී සිටී. එකම කාඩ්පත එදිනම නැවත එන විට ගණන් නොගැනේ.</translation>
    </message>
    <message>
        <source>Check its cable; keep writing.</source>
        <translation>කේබලය බලන්න; දිගටම ලියන්න.</translation>
    </message>
    <message>
        <source>Check that there is room on the disk, then try again.</source>
        <translation>තැටියේ ඉඩ ඇත්දැයි බලා නැවත උත්සාහ කරන්න.</translation>
    </message>
    <message>
        <source>Check the server&apos;s address and this computer&apos;s date, or ask at your school. Nothing was sent.</source>
        <translation>සේවාදායකයේ ලිපිනය සහ මේ පරිගණකයේ දිනය බලන්න, නැතහොත් පාසලෙන් අසන්න. කිසිවක් යැව්වේ නැත.</translation>
    </message>
    <message>
        <source>Check the server&apos;s address. On a public network, open a web page first to sign in to the network.</source>
        <translation>සේවාදායකයේ ලිපිනය බලන්න. පොදු ජාලයක නම්, මුලින් වෙබ් පිටුවක් අරින්න; එවිට ජාලයට පිවිසිය හැක.</translation>
    </message>
    <message>
        <source>Choose the folder with the .onnx files, one that finds faces among them.</source>
        <translation>.onnx ගොනු ඇති ෆෝල්ඩරය තෝරන්න; ඒ අතර මුහුණු සොයන ගොනුවක් තිබිය යුතුය.</translation>
    </message>
    <message>
        <source>Choose the stick, or the folder “LearnUp-pack” on it.</source>
        <translation>USB මතකය, නැතහොත් එහි ඇති “LearnUp-pack” ෆෝල්ඩරය තෝරන්න.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>ඔරලෝසුව</translation>
    </message>
    <message>
        <source>Close programs that change the camera&apos;s picture, and choose your real camera under Settings.</source>
        <translation>කැමරාවේ රූපය වෙනස් කරන වැඩසටහන් වසා, සැකසුම් යටතේ ඔබේ සැබෑ කැමරාව තෝරන්න.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>වර්ණ</translation>
    </message>
    <message>
        <source>Come a little closer to the camera. This is not held against you.</source>
        <translation>කැමරාවට තව ටිකක් ළං වෙන්න. මෙය ඔබේ වරදක් ලෙස නොගැනේ.</translation>
    </message>
    <message>
        <source>Come a little closer.</source>
        <translation>තව ටිකක් ළං වෙන්න.</translation>
    </message>
    <message>
        <source>Connect once to sign in on this computer; after that most things work without a network.</source>
        <translation>මේ පරිගණකයේ පිවිසීමට එක් වරක් ජාලයට සම්බන්ධ වන්න; ඉන්පසු බොහෝ දේ ජාලය නැතිව කළ හැක.</translation>
    </message>
    <message>
        <source>Custom face models are installed</source>
        <translation>පිටතින් ගෙනා මුහුණු හඳුනාගැනීමේ ගොනු ස්ථාපනය කර ඇත</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>අඳුරු</translation>
    </message>
    <message>
        <source>Delete files that you no longer need, then try again. What was saved before is safe.</source>
        <translation>ඔබට තව අවශ්‍ය නැති ගොනු මකා නැවත උත්සාහ කරන්න. කලින් සුරැකි දේ සුරක්ෂිතයි.</translation>
    </message>
    <message>
        <source>Direction of the head</source>
        <translation>හිසේ දිශාව</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>තැටිය</translation>
    </message>
    <message>
        <source>Displays</source>
        <translation>තිර</translation>
    </message>
    <message>
        <source>Doubts about a real face are not judged</source>
        <translation>මුහුණ සැබෑද යන සැකය සලකා නොබැලේ</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>බාගන්න</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>බාගැනීම්</translation>
    </message>
    <message>
        <source>Downloads beyond it wait for the next day.</source>
        <translation>ඉන් ඔබ්බට බාගැනීම් ඊළඟ දිනය තෙක් රැඳී සිටී.</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>ලියාපදිංචි කරන්න</translation>
    </message>
    <message>
        <source>Face enrolled</source>
        <translation>මුහුණ ලියාපදිංචිය</translation>
    </message>
    <message>
        <source>Face models are installed</source>
        <translation>මුහුණු හඳුනාගැනීමේ ගොනු ස්ථාපනය කර ඇත</translation>
    </message>
    <message>
        <source>Face models are not installed</source>
        <translation>මුහුණු හඳුනාගැනීමේ ගොනු ස්ථාපනය කර නැත</translation>
    </message>
    <message>
        <source>Face recognition</source>
        <translation>මුහුණ හඳුනා ගැනීම</translation>
    </message>
    <message>
        <source>Faces are analysed by</source>
        <translation>මුහුණු විශ්ලේෂණය කරන්නේ</translation>
    </message>
    <message>
        <source>Fastest download</source>
        <translation>උපරිම බාගැනීමේ වේගය</translation>
    </message>
    <message>
        <source>Finding faces</source>
        <translation>මුහුණු සෙවීම</translation>
    </message>
    <message>
        <source>Finish the one before you begin the other.</source>
        <translation>එකක් අවසන් කර අනෙක ආරම්භ කරන්න.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>නිමි අනුවාද</translation>
    </message>
    <message>
        <source>Flashcards a day</source>
        <translation>දිනකට කාඩ්පත්</translation>
    </message>
    <message>
        <source>For data that is cheaper at night. What you open yourself comes at once.</source>
        <translation>රාත්‍රියේ දත්ත ලාභ නම්. ඔබම විවෘත කරන දේ වහාම ලැබේ.</translation>
    </message>
    <message>
        <source>For {length} the camera showed pictures that it had shown before.</source>
        <translation>{length}ක් කැමරාව කලින් පෙන්වූ රූපම නැවත පෙන්වීය.</translation>
    </message>
    <message>
        <source>For {length} we could not see your face well enough to recognise you.</source>
        <translation>{length}ක් ඔබව හඳුනා ගැනීමට තරම් ඔබේ මුහුණ පැහැදිලිව නොපෙනුණි.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>සිට</translation>
    </message>
    <message>
        <source>Get the files once more and try again.</source>
        <translation>ගොනු නැවත වරක් ලබාගෙන යළි උත්සාහ කරන්න.</translation>
    </message>
    <message>
        <source>Get them</source>
        <translation>ලබා ගන්න</translation>
    </message>
    <message>
        <source>Get them under Settings while you have a network, or ask your teacher.</source>
        <translation>ජාලය ඇති විට සැකසුම් යටතේ ඒවා ලබා ගන්න, නැතහොත් ගුරුවරයාගෙන් අසන්න.</translation>
    </message>
    <message>
        <source>Go back and look again.</source>
        <translation>ආපසු ගොස් නැවත බලන්න.</translation>
    </message>
    <message>
        <source>Go on there, or close it and try again here.</source>
        <translation>එහි දිගටම කරන්න, නැතහොත් එය වසා මෙහි නැවත උත්සාහ කරන්න.</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>ග්‍රැෆික්ස් කාඩ්පත</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>අධි වෙනස</translation>
    </message>
    <message>
        <source>Hold still for a moment.</source>
        <translation>මොහොතක් නොසෙල්වී සිටින්න.</translation>
    </message>
    <message>
        <source>If it goes on, you can join again then.</source>
        <translation>එය නැවත ආරම්භ වුවහොත් ඔබට යළි සම්බන්ධ විය හැකිය.</translation>
    </message>
    <message>
        <source>If it was recorded, you will find it under Recordings.</source>
        <translation>එය පටිගත කර ඇත්නම්, “පටිගත කිරීම්” යටතේ ඇත.</translation>
    </message>
    <message>
        <source>If your paper lies beside you, that is fine.</source>
        <translation>ඔබේ කඩදාසිය ළඟින් තිබේ නම්, කමක් නැත.</translation>
    </message>
    <message>
        <source>In them nothing is said; what is still to come is said when they end.</source>
        <translation>ඒ කාලයේ කිසිවක් නොකියයි; තවම ආරම්භ නොවූ දේ එය අවසන් වූ විට කියයි.</translation>
    </message>
    <message>
        <source>Install the new version. What is stored on this computer stays.</source>
        <translation>නව අනුවාදය ස්ථාපනය කරන්න. මේ පරිගණකයේ ඇති දේ එලෙසම තිබේ.</translation>
    </message>
    <message>
        <source>It is dark where you sit.</source>
        <translation>ඔබ සිටින තැන අඳුරුයි.</translation>
    </message>
    <message>
        <source>It is dark where you sit. Turn the lamp on or move a little; keep writing.</source>
        <translation>ඔබ සිටින තැන අඳුරුයි. පහන දල්වන්න, නැතහොත් ටිකක් මාරු වෙන්න; දිගටම ලියන්න.</translation>
    </message>
    <message>
        <source>It is you</source>
        <translation>මේ ඔබයි</translation>
    </message>
    <message>
        <source>It may be too late or too early for it. Look at the times again.</source>
        <translation>ඒ සඳහා ප්‍රමාද හෝ කලින් වැඩි විය හැක. වේලාවන් නැවත බලන්න.</translation>
    </message>
    <message>
        <source>It was not answered. This is not held against you.</source>
        <translation>එයට පිළිතුරක් නොලැබුණි. මෙය ඔබේ වරදක් ලෙස නොගැනේ.</translation>
    </message>
    <message>
        <source>It was not installed, and LearnUp goes on as it is. If it happens again, tell your school the code.</source>
        <translation>එය ස්ථාපනය කළේ නැත; LearnUp තිබූ පරිදිම ක්‍රියා කරයි. නැවත සිදු වුවහොත් කේතය පාසලට කියන්න.</translation>
    </message>
    <message>
        <source>It was thrown away. Try again; if it stays so, install from a folder and tell your school.</source>
        <translation>එය ඉවත දමන ලදී. යළි උත්සාහ කරන්න; එසේම පවතී නම් ෆෝල්ඩරයකින් ස්ථාපනය කර ඔබේ පාසලට කියන්න.</translation>
    </message>
    <message>
        <source>Keep LearnUp up to date</source>
        <translation>LearnUp යාවත්කාලීනව තබන්න</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>භාෂාව</translation>
    </message>
    <message>
        <source>LearnUp cannot write to its folder.</source>
        <translation>LearnUp හට එහි ෆෝල්ඩරයට ලිවිය නොහැක.</translation>
    </message>
    <message>
        <source>LearnUp does not use it. Tell your school the code, and keep this computer as it is.</source>
        <translation>LearnUp එය භාවිත නොකරයි. කේතය පාසලට කියන්න, පරිගණකය මේ ආකාරයෙන්ම තබන්න.</translation>
    </message>
    <message>
        <source>LearnUp keeps trying. Nothing is lost.</source>
        <translation>LearnUp දිගටම උත්සාහ කරයි. කිසිවක් නැති නොවේ.</translation>
    </message>
    <message>
        <source>LearnUp repairs it or fetches it again. What could not be repaired is kept aside for support.</source>
        <translation>LearnUp එය හදයි, නැතහොත් නැවත ලබා ගනී. හැදිය නොහැකි දේ සහාය සඳහා වෙන් කර තබයි.</translation>
    </message>
    <message>
        <source>LearnUp tries again by itself in a moment.</source>
        <translation>LearnUp මොහොතකින් ඉබේම නැවත උත්සාහ කරයි.</translation>
    </message>
    <message>
        <source>Leaves room for others on the same line.</source>
        <translation>එකම මාර්ගයේ අනෙක් අයට ඉඩ තබයි.</translation>
    </message>
    <message>
        <source>Leaving the exam is noticed</source>
        <translation>විභාගයෙන් ඉවත් වීම දැනගනී</translation>
    </message>
    <message>
        <source>Less light behind you, please.</source>
        <translation>කරුණාකර ඔබ පිටුපස එළිය අඩු කරන්න.</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>අඩු චලනය</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>එළිය</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>පෙනුම</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>නැවත බලන්න</translation>
    </message>
    <message>
        <source>Look again later: somebody may give a place back.</source>
        <translation>පසුව නැවත බලන්න: යමෙක් ආසනයක් ආපසු දිය හැකිය.</translation>
    </message>
    <message>
        <source>Look at Caps Lock and the keyboard&apos;s language, then try again.</source>
        <translation>Caps Lock සහ යතුරු පුවරුවේ භාෂාව බලා, නැවත උත්සාහ කරන්න.</translation>
    </message>
    <message>
        <source>Look at the camera for a moment and avoid strong reflections; keep writing.</source>
        <translation>මොහොතක් කැමරාව දෙස බලන්න, තද දිලිසීම් වළකින්න; දිගටම ලියන්න.</translation>
    </message>
    <message>
        <source>Look at the camera for a moment, with light on your face; keep writing.</source>
        <translation>මුහුණට එළිය වැටෙන සේ මොහොතක් කැමරාව දෙස බලන්න; දිගටම ලියන්න.</translation>
    </message>
    <message>
        <source>Look at the camera now and then, with light on your face. This is not held against you.</source>
        <translation>මුහුණට එළිය වැටෙන සේ සිට, විටින් විට කැමරාව දෙස බලන්න. මෙය ඔබේ වරදක් ලෙස නොගැනේ.</translation>
    </message>
    <message>
        <source>Look at the camera.</source>
        <translation>කැමරාව දෙස බලන්න.</translation>
    </message>
    <message>
        <source>Look straight at the camera.</source>
        <translation>කැමරාව දෙස කෙළින් බලන්න.</translation>
    </message>
    <message>
        <source>Look up.</source>
        <translation>උඩ බලන්න.</translation>
    </message>
    <message>
        <source>Looking away</source>
        <translation>ඔබ අහක බලයි</translation>
    </message>
    <message>
        <source>Looking away is not judged</source>
        <translation>ඉවත බැලීම සලකා නොබැලේ</translation>
    </message>
    <message>
        <source>Minutes before a lesson or exam</source>
        <translation>පාඩමකට හෝ විභාගයකට පෙර මිනිත්තු</translation>
    </message>
    <message>
        <source>More displays are noticed</source>
        <translation>අමතර තිර දැනගනී</translation>
    </message>
    <message>
        <source>More light on your face, please.</source>
        <translation>කරුණාකර මුහුණට තව එළිය ගන්න.</translation>
    </message>
    <message>
        <source>More than one person</source>
        <translation>එක් අයෙකුට වඩා</translation>
    </message>
    <message>
        <source>More than one person was in the picture for {length}.</source>
        <translation>{length}ක් රූපයේ එක් අයෙකුට වඩා සිටියා.</translation>
    </message>
    <message>
        <source>Most a day</source>
        <translation>දිනකට උපරිමය</translation>
    </message>
    <message>
        <source>Move back a little.</source>
        <translation>ටිකක් පස්සට වෙන්න.</translation>
    </message>
    <message>
        <source>Move to the middle of the picture.</source>
        <translation>රූපයේ මැදට එන්න.</translation>
    </message>
    <message>
        <source>New versions come in the background and are used from the next start. Never during an exam or a lesson.</source>
        <translation>නව අනුවාද පසුබිමින් ලැබේ; ඊළඟ ආරම්භයේ සිට භාවිත වේ. විභාගයක් හෝ පාඩමක් අතරතුර කිසි විටෙක නැත.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>නැත</translation>
    </message>
    <message>
        <source>No camera found. Plug it in.</source>
        <translation>කැමරාවක් හමු නොවීය. එය සම්බන්ධ කරන්න.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>සීමාවක් නැත</translation>
    </message>
    <message>
        <source>No turning of the head is asked for</source>
        <translation>හිස හැරවීමක් අසන්නේ නැත</translation>
    </message>
    <message>
        <source>None</source>
        <translation>නැත</translation>
    </message>
    <message>
        <source>Not clear enough to recognise you</source>
        <translation>ඔබව හඳුනා ගැනීමට තරම් පැහැදිලි නැත</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>හඳුනා නොගත්තා</translation>
    </message>
    <message>
        <source>Not watched</source>
        <translation>නිරීක්ෂණය කළේ නැත</translation>
    </message>
    <message>
        <source>Nothing you wrote is lost. Please try again.</source>
        <translation>ඔබ ලියූ කිසිවක් නැති වී නැත. කරුණාකර නැවත උත්සාහ කරන්න.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>අක්‍රියයි</translation>
    </message>
    <message>
        <source>Off on a shared computer: LearnUp then begins with signing in.</source>
        <translation>පොදු පරිගණකයක මෙය අක්‍රිය කරන්න: එවිට LearnUp පිවිසීමෙන් පටන් ගනී.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>සක්‍රියයි</translation>
    </message>
    <message>
        <source>On a network that counts data</source>
        <translation>දත්ත ගණනය කරන ජාලයකදී</translation>
    </message>
    <message>
        <source>Only at certain hours</source>
        <translation>නියමිත වේලාවල පමණි</translation>
    </message>
    <message>
        <source>Only you should be in the picture.</source>
        <translation>රූපයේ සිටිය යුත්තේ ඔබ පමණයි.</translation>
    </message>
    <message>
        <source>Other rules of the camera are turned off</source>
        <translation>කැමරාවේ වෙනත් නීති අක්‍රියයි</translation>
    </message>
    <message>
        <source>Other windows may be used</source>
        <translation>වෙනත් කවුළු භාවිත කළ හැක</translation>
    </message>
    <message>
        <source>Paper on this PC</source>
        <translation>ප්‍රශ්න පත්‍රය</translation>
    </message>
    <message>
        <source>Pictures could not be kept for {length}.</source>
        <translation>{length}ක් පින්තූර තබා ගත නොහැකි විය.</translation>
    </message>
    <message>
        <source>Please ask the office.</source>
        <translation>කරුණාකර කාර්යාලයෙන් විමසන්න.</translation>
    </message>
    <message>
        <source>Please ask the other person to step aside; keep writing.</source>
        <translation>අනෙක් කෙනාට අහකට වෙන්න කියන්න; දිගටම ලියන්න.</translation>
    </message>
    <message>
        <source>Please close it.</source>
        <translation>කරුණාකර එය වසන්න.</translation>
    </message>
    <message>
        <source>Please do not take pictures of the paper.</source>
        <translation>කරුණාකර ප්‍රශ්න පත්‍රයේ රූප ගන්න එපා.</translation>
    </message>
    <message>
        <source>Please sign in again.</source>
        <translation>කරුණාකර නැවත පිවිසෙන්න.</translation>
    </message>
    <message>
        <source>Please try again, or ask at your school.</source>
        <translation>කරුණාකර නැවත උත්සාහ කරන්න, නැතහොත් පාසලෙන් අසන්න.</translation>
    </message>
    <message>
        <source>Please try again. If it stays so, tell your school the code.</source>
        <translation>කරුණාකර නැවත උත්සාහ කරන්න. එලෙසම නම්, කේතය පාසලට කියන්න.</translation>
    </message>
    <message>
        <source>Please unplug it; keep writing.</source>
        <translation>කරුණාකර එය ගලවන්න; දිගටම ලියන්න.</translation>
    </message>
    <message>
        <source>Plug it in, close other programs that use it, and try again.</source>
        <translation>එය සම්බන්ධ කර, එය භාවිත කරන වෙනත් වැඩසටහන් වසා, නැවත උත්සාහ කරන්න.</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>සකසනය</translation>
    </message>
    <message>
        <source>Programs on the list are noticed</source>
        <translation>ලැයිස්තුවේ ඇති වැඩසටහන් දැනගනී</translation>
    </message>
    <message>
        <source>Programs on the list may run</source>
        <translation>ලැයිස්තුවේ ඇති වැඩසටහන් ධාවනය විය හැක</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>නිහඬ වේලාව ආරම්භය</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>නිහඬ වේලාව</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>නිහඬ වේලාව අවසානය</translation>
    </message>
    <message>
        <source>Recognising you</source>
        <translation>ඔබව හඳුනාගැනීම</translation>
    </message>
    <message>
        <source>Registration for this seminar is closed.</source>
        <translation>මෙම සම්මන්ත්‍රණයට ලියාපදිංචිය අවසන්.</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>සිහිකැඳවීම්</translation>
    </message>
    <message>
        <source>Server&apos;s address</source>
        <translation>සේවාදායකයේ ලිපිනය</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>සැකසුම්</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>ආදර්ශ</translation>
    </message>
    <message>
        <source>Sit so that the camera sees you; keep writing.</source>
        <translation>කැමරාවට පෙනෙන සේ වාඩි වෙන්න; දිගටම ලියන්න.</translation>
    </message>
    <message>
        <source>Sit so that your face is in the oval.</source>
        <translation>මුහුණ ඕවලය තුළට වැටෙන සේ වාඩි වෙන්න.</translation>
    </message>
    <message>
        <source>Size of text and controls</source>
        <translation>අකුරු සහ බොත්තම්වල ප්‍රමාණය</translation>
    </message>
    <message>
        <source>Some face models are missing</source>
        <translation>මුහුණු හඳුනාගැනීමේ ගොනු සමහරක් නැත</translation>
    </message>
    <message>
        <source>Something on this computer is in the way.</source>
        <translation>මේ පරිගණකයේ යමක් බාධාවක් වී ඇත.</translation>
    </message>
    <message>
        <source>Something was changed that must not change.</source>
        <translation>වෙනස් නොවිය යුතු යමක් වෙනස් වී ඇත.</translation>
    </message>
    <message>
        <source>Something went wrong in LearnUp.</source>
        <translation>LearnUp හි යමක් වැරදුණා.</translation>
    </message>
    <message>
        <source>Space for study files</source>
        <translation>අධ්‍යයන ගොනු සඳහා ඉඩ</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>ආරම්භය</translation>
    </message>
    <message>
        <source>Start with the last account</source>
        <translation>අවසන් ගිණුමෙන් ආරම්භ කරන්න</translation>
    </message>
    <message>
        <source>Stay in this window. Your teacher sees when you left it.</source>
        <translation>මේ කවුළුවේම සිටින්න. ඔබ පිටව ගිය විට ගුරුවරයා එය දකියි.</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>අධ්‍යයනය</translation>
    </message>
    <message>
        <source>Tell your school that the server must be updated.</source>
        <translation>සේවාදායකය යාවත්කාලීන කළ යුතු බව පාසලට කියන්න.</translation>
    </message>
    <message>
        <source>Telling a person from a picture</source>
        <translation>පුද්ගලයෙක් සහ රූපයක් වෙන්කර හඳුනාගැනීම</translation>
    </message>
    <message>
        <source>Text from outside cannot be pasted here.</source>
        <translation>පිටතින් ගත් පෙළ මෙහි ඇලවිය නොහැක.</translation>
    </message>
    <message>
        <source>The PC may be used from afar</source>
        <translation>පරිගණකය දුරස්ථව භාවිත කළ හැක</translation>
    </message>
    <message>
        <source>The answer did not come from a LearnUp server.</source>
        <translation>පිළිතුර ලැබුණේ LearnUp සේවාදායකයකින් නොවේ.</translation>
    </message>
    <message>
        <source>The camera did not recognise you for {length}.</source>
        <translation>{length}ක් කැමරාව ඔබව හඳුනා ගත්තේ නැත.</translation>
    </message>
    <message>
        <source>The camera does not give a picture.</source>
        <translation>කැමරාව රූපයක් නොදෙයි.</translation>
    </message>
    <message>
        <source>The camera gave no picture for {length}.</source>
        <translation>{length}ක් කැමරාව රූපයක් දුන්නේ නැත.</translation>
    </message>
    <message>
        <source>The camera has stopped. Check its cable.</source>
        <translation>කැමරාව නැවතී ඇත. එහි කේබලය බලන්න.</translation>
    </message>
    <message>
        <source>The camera is on but gives no picture. Unplug it and plug it in again.</source>
        <translation>කැමරාව ක්‍රියා කරයි, එහෙත් රූපයක් නොදෙයි. එය ගලවා නැවත සම්බන්ධ කරන්න.</translation>
    </message>
    <message>
        <source>The camera program was not running for {length}.</source>
        <translation>{length}ක් කැමරා වැඩසටහන ක්‍රියා කළේ නැත.</translation>
    </message>
    <message>
        <source>The camera repeats one picture. Unplug it and plug it in again, or choose another one under Settings.</source>
        <translation>කැමරාව එකම රූපය නැවත නැවත පෙන්වයි. එය ගලවා නැවත සම්බන්ධ කරන්න, නැතහොත් සැකසුම් යටතේ වෙනත් කැමරාවක් තෝරන්න.</translation>
    </message>
    <message>
        <source>The camera was covered for {length}.</source>
        <translation>{length}ක් කැමරාව වැසී තිබුණා.</translation>
    </message>
    <message>
        <source>The camera was not sure for {length} that it saw a real face.</source>
        <translation>{length}ක් පෙනුණේ සැබෑ මුහුණක්දැයි කැමරාවට සැකයි.</translation>
    </message>
    <message>
        <source>The camera&apos;s number, 0 for the first, or the path of the video file.</source>
        <translation>කැමරාවේ අංකය (පළමු එකට 0), හෝ වීඩියෝ ගොනුවේ මාර්ගය.</translation>
    </message>
    <message>
        <source>The camera&apos;s picture cannot be read. Choose another camera under Settings.</source>
        <translation>කැමරාවේ රූපය කියවිය නොහැක. සැකසුම් යටතේ වෙනත් කැමරාවක් තෝරන්න.</translation>
    </message>
    <message>
        <source>The download stopped: there is no connection.</source>
        <translation>බාගැනීම නතර විය: සම්බන්ධතාවක් නැත.</translation>
    </message>
    <message>
        <source>The exam fills the screen</source>
        <translation>විභාගය මුළු තිරයම ගනී</translation>
    </message>
    <message>
        <source>The exam is closed.</source>
        <translation>විභාගය වසා ඇත.</translation>
    </message>
    <message>
        <source>The exam is not open yet by the server&apos;s clock.</source>
        <translation>සේවාදායකයේ ඔරලෝසුවට අනුව විභාගය තවම ඇරී නැත.</translation>
    </message>
    <message>
        <source>The exam stays in front</source>
        <translation>විභාගය ඉදිරියෙන්ම පවතී</translation>
    </message>
    <message>
        <source>The exam was not in front for {length}.</source>
        <translation>{length}ක් විභාගය ඉදිරියෙන් තිබුණේ නැත.</translation>
    </message>
    <message>
        <source>The face models could not be installed.</source>
        <translation>මුහුණු හඳුනාගැනීමේ ගොනු ස්ථාපනය කළ නොහැකි විය.</translation>
    </message>
    <message>
        <source>The files for recognising faces are not on this computer.</source>
        <translation>මුහුණ හඳුනා ගැනීමේ ගොනු මේ පරිගණකයේ නැත.</translation>
    </message>
    <message>
        <source>The line may be slow. LearnUp keeps trying; nothing is lost.</source>
        <translation>සම්බන්ධතාව මන්දගාමී විය හැක. LearnUp දිගටම උත්සාහ කරයි; කිසිවක් නැති නොවේ.</translation>
    </message>
    <message>
        <source>The name or the password is not right.</source>
        <translation>නම හෝ මුරපදය නිවැරදි නැත.</translation>
    </message>
    <message>
        <source>The paper is hidden from recordings</source>
        <translation>ප්‍රශ්න පත්‍රය පටිගත කිරීම්වලින් සඟවයි</translation>
    </message>
    <message>
        <source>The picture stands still</source>
        <translation>කැමරා රූපය නිශ්චලව ඇත</translation>
    </message>
    <message>
        <source>The publisher&apos;s server does not give the files now.</source>
        <translation>ප්‍රකාශකයාගේ සේවාදායකය දැන් ගොනු නොදෙයි.</translation>
    </message>
    <message>
        <source>The room is in your timetable.</source>
        <translation>කාමරය ඔබේ කාලසටහනේ ඇත.</translation>
    </message>
    <message>
        <source>The school&apos;s server could not be reached.</source>
        <translation>පාසලේ සේවාදායකයට සම්බන්ධ විය නොහැකි විය.</translation>
    </message>
    <message>
        <source>The school&apos;s server has a problem now.</source>
        <translation>පාසලේ සේවාදායකයේ දැන් ගැටලුවක් ඇත.</translation>
    </message>
    <message>
        <source>The school&apos;s server said no.</source>
        <translation>පාසලේ සේවාදායකය මෙය ප්‍රතික්ෂේප කළා.</translation>
    </message>
    <message>
        <source>The screenshot key is noticed</source>
        <translation>තිර රූ යතුර දැනගනී</translation>
    </message>
    <message>
        <source>The screenshot key was pressed.</source>
        <translation>තිර රූ යතුර එබුවා.</translation>
    </message>
    <message>
        <source>The server asks us to slow down.</source>
        <translation>සේවාදායකය ටිකක් හිමින් යන්න කියයි.</translation>
    </message>
    <message>
        <source>The server did not accept this.</source>
        <translation>සේවාදායකය මෙය භාර ගත්තේ නැත.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>සේවාදායකය වේලාවට පිළිතුරු දුන්නේ නැත.</translation>
    </message>
    <message>
        <source>The server has something newer.</source>
        <translation>සේවාදායකයේ මීට වඩා අලුත් දෙයක් ඇත.</translation>
    </message>
    <message>
        <source>The teacher has ended this class.</source>
        <translation>ගුරුවරයා මෙම පන්තිය අවසන් කර ඇත.</translation>
    </message>
    <message>
        <source>The update is not what its maker signed.</source>
        <translation>යාවත්කාලීනය එහි සම්පාදකයා අත්සන් කළ දෙය නොවේ.</translation>
    </message>
    <message>
        <source>The video file cannot be read. Choose another one under Settings.</source>
        <translation>වීඩියෝ ගොනුව කියවිය නොහැක. සැකසුම් යටතේ වෙනත් එකක් තෝරන්න.</translation>
    </message>
    <message>
        <source>There are no face models in this folder.</source>
        <translation>මෙම ෆෝල්ඩරයේ මුහුණු හඳුනාගැනීමේ ගොනු නැත.</translation>
    </message>
    <message>
        <source>There is no network now.</source>
        <translation>දැන් ජාලයට සම්බන්ධතාවක් නැත.</translation>
    </message>
    <message>
        <source>There is no network, and nothing of yours is here.</source>
        <translation>ජාලය නැත; ඔබේ කිසිවක් මෙහි ද නැත.</translation>
    </message>
    <message>
        <source>There is no study material of LearnUp here.</source>
        <translation>මෙහි LearnUp පාඩම් ද්‍රව්‍ය නැත.</translation>
    </message>
    <message>
        <source>There were too many wrong passwords. Wait, or ask your school to unlock it.</source>
        <translation>වැරදි මුරපද වැඩියි. රැඳී සිටින්න, නැතහොත් අගුළු අරින්න පාසලට කියන්න.</translation>
    </message>
    <message>
        <source>This LearnUp does not update itself.</source>
        <translation>මෙම LearnUp තනිවම යාවත්කාලීන නොවේ.</translation>
    </message>
    <message>
        <source>This PC is a virtual machine.</source>
        <translation>මේ අතථ්‍ය පරිගණකයකි.</translation>
    </message>
    <message>
        <source>This PC is used over a remote connection.</source>
        <translation>මේ පරිගණකය දුරස්ථ සම්බන්ධතාවක් හරහා භාවිත වේ.</translation>
    </message>
    <message>
        <source>This account is locked until {until}.</source>
        <translation>මේ ගිණුම {until} වන තුරු අගුළු දමා ඇත.</translation>
    </message>
    <message>
        <source>This cannot be done now.</source>
        <translation>මෙය දැන් කළ නොහැක.</translation>
    </message>
    <message>
        <source>This computer does not let LearnUp use the camera. Allow it in the system&apos;s settings.</source>
        <translation>මෙම පරිගණකය LearnUp හට කැමරාව භාවිත කිරීමට ඉඩ නොදෙයි. පද්ධතියේ සැකසුම්වල එයට ඉඩ දෙන්න.</translation>
    </message>
    <message>
        <source>This computer does not trust the server&apos;s certificate.</source>
        <translation>මේ පරිගණකය සේවාදායකයේ සහතිකය විශ්වාස නොකරයි.</translation>
    </message>
    <message>
        <source>This computer has no safe place for passwords.</source>
        <translation>මේ පරිගණකයේ මුරපද තැබීමට ආරක්ෂිත තැනක් නැත.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk is full.</source>
        <translation>මේ පරිගණකයේ තැටිය පිරී ඇත.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk refused to store something.</source>
        <translation>මේ පරිගණකයේ තැටියට යමක් ගබඩා කළ නොහැකි විය.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk refused to store the files.</source>
        <translation>මෙම පරිගණකයේ තැටිය ගොනු ගබඩා කිරීම ප්‍රතික්ෂේප කළේය.</translation>
    </message>
    <message>
        <source>This exam asks for a camera and face recognition, and they do not run on this PC.</source>
        <translation>මේ විභාගයට කැමරාවක් සහ මුහුණ හඳුනා ගැනීම අවශ්‍යයි; ඒවා මේ පරිගණකයේ ක්‍රියා නොකරයි.</translation>
    </message>
    <message>
        <source>This exam has been handed in already.</source>
        <translation>මේ විභාගය දැනටමත් භාර දී ඇත.</translation>
    </message>
    <message>
        <source>This is already open in another window.</source>
        <translation>මෙය දැනටමත් වෙනත් කවුළුවක ඇරී ඇත.</translation>
    </message>
    <message>
        <source>This is no longer there, or not meant for you.</source>
        <translation>මෙය තවදුරටත් නැත, නැතහොත් ඔබට අදාළ නැත.</translation>
    </message>
    <message>
        <source>This is not held against you.</source>
        <translation>මෙය ඔබේ වරදක් ලෙස නොගැනේ.</translation>
    </message>
    <message>
        <source>This lesson has not begun yet.</source>
        <translation>මෙම පාඩම තවම ආරම්භ වී නැත.</translation>
    </message>
    <message>
        <source>This lesson is held in a room, not online.</source>
        <translation>මෙම පාඩම මාර්ගගතව නොව පන්ති කාමරයේ පැවැත්වේ.</translation>
    </message>
    <message>
        <source>This lesson is over.</source>
        <translation>මෙම පාඩම අවසන්.</translation>
    </message>
    <message>
        <source>This lesson was cancelled.</source>
        <translation>මෙම පාඩම අවලංගු කර ඇත.</translation>
    </message>
    <message>
        <source>This network counts data</source>
        <translation>මෙම ජාලය දත්ත ගණනය කරයි</translation>
    </message>
    <message>
        <source>This seminar was cancelled.</source>
        <translation>මෙම සම්මන්ත්‍රණය අවලංගු කර ඇත.</translation>
    </message>
    <message>
        <source>This server is not the one it was before.</source>
        <translation>මේ සේවාදායකය කලින් තිබූ එක නොවේ.</translation>
    </message>
    <message>
        <source>This version of LearnUp is too old for your school.</source>
        <translation>ඔබේ පාසලට මේ LearnUp අනුවාදය පරණ වැඩියි.</translation>
    </message>
    <message>
        <source>Too dark to see you</source>
        <translation>ඔබ පෙනෙන්නට අඳුරු වැඩියි</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>නැවත උත්සාහ කරන්න</translation>
    </message>
    <message>
        <source>Try again later, or install them from a folder that your school gives you.</source>
        <translation>පසුව යළි උත්සාහ කරන්න, නැතහොත් ඔබේ පාසල දෙන ෆෝල්ඩරයකින් ස්ථාපනය කරන්න.</translation>
    </message>
    <message>
        <source>Turn a lamp on if you can. This is not held against you.</source>
        <translation>හැකි නම් පහනක් දල්වන්න. මෙය ඔබේ වරදක් ලෙස නොගැනේ.</translation>
    </message>
    <message>
        <source>Turn your head to the left.</source>
        <translation>හිස වමට හරවන්න.</translation>
    </message>
    <message>
        <source>Turn your head to the right.</source>
        <translation>හිස දකුණට හරවන්න.</translation>
    </message>
    <message>
        <source>Uncover it; keep writing.</source>
        <translation>වැසූ දේ ඉවත් කරන්න; දිගටම ලියන්න.</translation>
    </message>
    <message>
        <source>Uncover the camera.</source>
        <translation>කැමරාව වැසූ දේ ඉවත් කරන්න.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>දක්වා</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>යාවත්කාලීන</translation>
    </message>
    <message>
        <source>Use from afar is noticed</source>
        <translation>දුරස්ථව භාවිත කිරීම දැනගනී</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>අනුවාද</translation>
    </message>
    <message>
        <source>Video file</source>
        <translation>වීඩියෝ ගොනුව</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>රැඳී සිටින්න</translation>
    </message>
    <message>
        <source>Watch for stand-stills</source>
        <translation>හිරවීම් නිරීක්ෂණය</translation>
    </message>
    <message>
        <source>Wayland does not let programs do this</source>
        <translation>Wayland වැඩසටහන්වලට මෙය කිරීමට ඉඩ නොදේ</translation>
    </message>
    <message>
        <source>We cannot see you</source>
        <translation>ඔබ අපට නොපෙනේ</translation>
    </message>
    <message>
        <source>We could not see your face for {length}.</source>
        <translation>{length}ක් ඔබේ මුහුණ අපට පෙනුණේ නැත.</translation>
    </message>
    <message>
        <source>What came is kept. Connect to the internet and go on with the download.</source>
        <translation>ලැබුණු දේ තබා ඇත. අන්තර්ජාලයට සම්බන්ධ වී බාගැනීම දිගටම කරන්න.</translation>
    </message>
    <message>
        <source>What came is kept. Delete files that you no longer need and go on.</source>
        <translation>ලැබුණු දේ තබා ඇත. තවදුරටත් අවශ්‍ය නැති ගොනු මකා දිගටම කරන්න.</translation>
    </message>
    <message>
        <source>What came is not the right file: {file}.</source>
        <translation>ලැබුණේ නිවැරදි ගොනුව නොවේ: {file}.</translation>
    </message>
    <message>
        <source>What you do is kept on this computer and sent when the network is back.</source>
        <translation>ඔබ කරන දේ මේ පරිගණකයේ තබා, ජාලය ලැබුණු විට යවනු ලැබේ.</translation>
    </message>
    <message>
        <source>What you wrote is kept under “Needs attention”.</source>
        <translation>ඔබ ලියූ දේ “අවධානය ඕනෑ” යටතේ තබා ඇත.</translation>
    </message>
    <message>
        <source>What you wrote is kept. Look at both and decide.</source>
        <translation>ඔබ ලියූ දේ තබා ඇත. දෙකම බලා තීරණය කරන්න.</translation>
    </message>
    <message>
        <source>When it is full, what you have not read for longest goes. What you keep or is still due stays.</source>
        <translation>එය පිරුණු විට, ඔබ වැඩිම කාලයක් නොකියවූ දේ ඉවත් වේ. ඔබ තබාගන්නා හෝ තවම නියමිත දේ රැඳේ.</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>කුමන එකද</translation>
    </message>
    <message>
        <source>Whoever installed it brings new versions.</source>
        <translation>එය ස්ථාපනය කළ අය නව අනුවාද ගෙන එයි.</translation>
    </message>
    <message>
        <source>Writes into the log what kept the window from reacting.</source>
        <translation>කවුළුව ප්‍රතිචාර නොදැක්වූ හේතුව ලොගයේ ලියයි.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>ඔව්</translation>
    </message>
    <message>
        <source>You are in view</source>
        <translation>ඔබ පෙනේ</translation>
    </message>
    <message>
        <source>You can copy and paste within your answers.</source>
        <translation>ඔබේ පිළිතුරු තුළ පිටපත් කර ඇලවිය හැක.</translation>
    </message>
    <message>
        <source>You can join from 15 minutes before it begins.</source>
        <translation>ආරම්භ වීමට මිනිත්තු 15කට පෙර සිට ඔබට සම්බන්ධ විය හැකිය.</translation>
    </message>
    <message>
        <source>You looked away from the screen for {length}.</source>
        <translation>{length}ක් ඔබ තිරයෙන් අහක බැලුවා.</translation>
    </message>
    <message>
        <source>You need not do anything.</source>
        <translation>ඔබ කිසිවක් කළ යුතු නැත.</translation>
    </message>
    <message>
        <source>You put it off.</source>
        <translation>ඔබ එය පසුවට තැබුවා.</translation>
    </message>
    <message>
        <source>You stay signed in until LearnUp is closed, and sign in again next time.</source>
        <translation>LearnUp වසන තුරු ඔබ පිවිසී සිටී. ඊළඟ වතාවේ නැවත පිවිසෙන්න.</translation>
    </message>
    <message>
        <source>You turned your head as asked.</source>
        <translation>ඉල්ලූ ලෙස ඔබ හිස හැරවූවා.</translation>
    </message>
    <message>
        <source>You typed the number.</source>
        <translation>ඔබ අංකය ටයිප් කළා.</translation>
    </message>
    <message>
        <source>You were asked to show that you are there.</source>
        <translation>ඔබ එහි සිටින බව පෙන්වන ලෙස ඉල්ලන ලදී.</translation>
    </message>
    <message>
        <source>Your access to this has ended.</source>
        <translation>මේ සඳහා ඔබගේ ප්‍රවේශය අවසන් වී ඇත.</translation>
    </message>
    <message>
        <source>Your exam goes on at another PC. What you wrote here is kept on this PC.</source>
        <translation>ඔබේ විභාගය වෙනත් පරිගණකයක දිගටම යයි. මෙහි ලියූ දේ මේ පරිගණකයේ තබා ඇත.</translation>
    </message>
    <message>
        <source>Your exam is open on another PC. Close it there and wait a minute, or ask your teacher.</source>
        <translation>ඔබේ විභාගය වෙනත් පරිගණකයක ඇරී ඇත. එහි එය වසා මිනිත්තුවක් ඉන්න, නැතහොත් ගුරුවරයාගෙන් අසන්න.</translation>
    </message>
    <message>
        <source>Your school has not set up live classes yet.</source>
        <translation>ඔබේ පාසල තවම සජීවී පන්ති සකසා නැත.</translation>
    </message>
    <message>
        <source>Your school&apos;s server is older than this LearnUp needs.</source>
        <translation>ඔබේ පාසලේ සේවාදායකය මේ LearnUp සඳහා පරණ වැඩියි.</translation>
    </message>
    <message>
        <source>Your session has ended. What is waiting on this computer is sent after you sign in.</source>
        <translation>ඔබේ පිවිසුම අවසන් වී ඇත. මේ පරිගණකයේ රැඳී ඇති දේ ඔබ පිවිසුණු පසු යවනු ලැබේ.</translation>
    </message>
    <message>
        <source>Your teacher says</source>
        <translation>ඔබේ ගුරුවරයා කියන්නේ</translation>
    </message>
    <message>
        <source>Your teacher sees this.</source>
        <translation>ඔබේ ගුරුවරයා මෙය දකියි.</translation>
    </message>
    <message>
        <source>Your timetable shows when the next one is.</source>
        <translation>ඊළඟ පාඩම කවදාදැයි ඔබේ කාලසටහනේ ඇත.</translation>
    </message>
    <message>
        <source>a little dark; turn a lamp on</source>
        <translation>ටිකක් අඳුරුයි; පහනක් දල්වන්න</translation>
    </message>
    <message>
        <source>a phone still sees the screen</source>
        <translation>දුරකථනයකට තිරය තවමත් පෙනේ</translation>
    </message>
    <message>
        <source>a program can be renamed</source>
        <translation>වැඩසටහනක නම වෙනස් කළ හැක</translation>
    </message>
    <message>
        <source>a splitter on the cable is not seen</source>
        <translation>කේබලයේ ඇති බෙදනයක් නොපෙනේ</translation>
    </message>
    <message>
        <source>a virtual machine can hide what it is</source>
        <translation>අතථ්‍ය යන්ත්‍රයකට තමන් කුමක්දැයි සැඟවිය හැක</translation>
    </message>
    <message>
        <source>after the camera</source>
        <translation>කැමරාවට පසුව</translation>
    </message>
    <message>
        <source>another program may put itself in front</source>
        <translation>වෙනත් වැඩසටහනකට ඉදිරියට පැමිණිය හැක</translation>
    </message>
    <message>
        <source>approved by your school</source>
        <translation>ඔබේ පාසල අනුමත කර ඇත</translation>
    </message>
    <message>
        <source>asking your school…</source>
        <translation>පාසලෙන් අසමින්…</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>අසමින්…</translation>
    </message>
    <message>
        <source>cannot be checked with the camera only</source>
        <translation>කැමරාවෙන් පමණක් පරීක්ෂා කළ නොහැක</translation>
    </message>
    <message>
        <source>cannot be checked without enrolment</source>
        <translation>මුහුණ ලියාපදිංචි නොකර පරීක්ෂා කළ නොහැක</translation>
    </message>
    <message>
        <source>could not be downloaded ({code})</source>
        <translation>බාගත නොහැකි විය ({code})</translation>
    </message>
    <message>
        <source>downloading, {percent} %</source>
        <translation>බාගනිමින්, {percent} %</translation>
    </message>
    <message>
        <source>follow the words in the picture</source>
        <translation>රූපයේ ඇති උපදෙස් අනුව කරන්න</translation>
    </message>
    <message>
        <source>full; delete something first</source>
        <translation>පිරී ඇත; මුලින් යමක් මකන්න</translation>
    </message>
    <message>
        <source>gives a picture that cannot be read; choose another one</source>
        <translation>කියවිය නොහැකි රූපයක් දෙයි; වෙනත් එකක් තෝරන්න</translation>
    </message>
    <message>
        <source>gives no picture; check its cable</source>
        <translation>රූපයක් නොදෙයි; කේබලය බලන්න</translation>
    </message>
    <message>
        <source>good</source>
        <translation>හොඳයි</translation>
    </message>
    <message>
        <source>in use by another program; close it</source>
        <translation>වෙනත් වැඩසටහනක් භාවිත කරයි; එය වසන්න</translation>
    </message>
    <message>
        <source>its files are missing</source>
        <translation>එහි ගොනු නැත</translation>
    </message>
    <message>
        <source>its files cannot be used</source>
        <translation>එහි ගොනු භාවිත කළ නොහැක</translation>
    </message>
    <message>
        <source>its keys are taken by the system</source>
        <translation>එහි යතුරු පද්ධතිය විසින් ගනු ලැබේ</translation>
    </message>
    <message>
        <source>look into the camera</source>
        <translation>කැමරාව දෙස බලන්න</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>බලමින්…</translation>
    </message>
    <message>
        <source>mostly</source>
        <translation>බොහෝ විට</translation>
    </message>
    <message>
        <source>newer recording programs still see it</source>
        <translation>නව පටිගත කිරීමේ වැඩසටහන්වලට එය තවමත් පෙනේ</translation>
    </message>
    <message>
        <source>no</source>
        <translation>නැත</translation>
    </message>
    <message>
        <source>not allowed on this PC; see the system&apos;s settings</source>
        <translation>මෙම පරිගණකයේ ඉඩ දී නැත; පද්ධතියේ සැකසුම් බලන්න</translation>
    </message>
    <message>
        <source>not found; plug it in</source>
        <translation>හමු නොවීය; සම්බන්ධ කරන්න</translation>
    </message>
    <message>
        <source>not here yet; it needs the network once</source>
        <translation>තවම මෙහි නැත; එක් වරක් ජාලය අවශ්‍යයි</translation>
    </message>
    <message>
        <source>not on this PC; your exam is recorded as “camera only”</source>
        <translation>මේ පරිගණකයේ නැත; ඔබේ විභාගය “කැමරාව පමණි” ලෙස සටහන් වේ</translation>
    </message>
    <message>
        <source>not recognised yet; you may start, your teacher will see it</source>
        <translation>තවම හඳුනා ගෙන නැත; ඔබට ආරම්භ කළ හැක, ගුරුවරයා එය දකියි</translation>
    </message>
    <message>
        <source>not yet, or not approved</source>
        <translation>තවම නැත, නැතහොත් අනුමත නැත</translation>
    </message>
    <message>
        <source>on, but gives no picture; unplug it and plug it in again</source>
        <translation>ක්‍රියා කරයි, එහෙත් රූපයක් නොදෙයි; ගලවා නැවත සම්බන්ධ කරන්න</translation>
    </message>
    <message>
        <source>one</source>
        <translation>එකයි</translation>
    </message>
    <message>
        <source>one second</source>
        <translation>තත්පර 1</translation>
    </message>
    <message>
        <source>only {size} free</source>
        <translation>ඉඩ ඇත්තේ {size} පමණි</translation>
    </message>
    <message>
        <source>other tools take pictures without that key</source>
        <translation>වෙනත් මෙවලම් එම යතුර නැතිව පින්තූර ගනී</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>සූදානම්</translation>
    </message>
    <message>
        <source>ready, without the liveness file</source>
        <translation>සූදානම්, සැබෑ මුහුණ පරීක්ෂා ගොනුව නැතිව</translation>
    </message>
    <message>
        <source>recognised</source>
        <translation>හඳුනා ගත්තා</translation>
    </message>
    <message>
        <source>remote-control programs only by the list</source>
        <translation>දුරස්ථ පාලන වැඩසටහන් ලැයිස්තුවෙන් පමණි</translation>
    </message>
    <message>
        <source>repeats one picture; unplug it and plug it in again, or choose another one</source>
        <translation>එකම රූපය නැවත නැවත පෙන්වයි; ගලවා නැවත සම්බන්ධ කරන්න, නැතහොත් වෙනත් එකක් තෝරන්න</translation>
    </message>
    <message>
        <source>sealed until the exam opens</source>
        <translation>විභාගය ඇරෙන තුරු මුද්‍රා තබා ඇත</translation>
    </message>
    <message>
        <source>seems to be covered</source>
        <translation>වැසී ඇති සෙයකි</translation>
    </message>
    <message>
        <source>some of its keys are taken by the system</source>
        <translation>එහි සමහර යතුරු පද්ධතිය විසින් ගනු ලැබේ</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>ආරම්භ වෙමින්…</translation>
    </message>
    <message>
        <source>stopped; check its cable</source>
        <translation>නැවතී ඇත; කේබලය බලන්න</translation>
    </message>
    <message>
        <source>the camera program does not start</source>
        <translation>කැමරා වැඩසටහන ආරම්භ නොවේ</translation>
    </message>
    <message>
        <source>the server has not been reached yet</source>
        <translation>තවම සේවාදායකයට සම්බන්ධ වී නැත</translation>
    </message>
    <message>
        <source>the video file cannot be read; choose another one</source>
        <translation>වීඩියෝ ගොනුව කියවිය නොහැක; වෙනත් එකක් තෝරන්න</translation>
    </message>
    <message>
        <source>there is no display here</source>
        <translation>මෙහි තිරයක් නැත</translation>
    </message>
    <message>
        <source>this PC cannot use a camera</source>
        <translation>මේ පරිගණකයට කැමරාවක් භාවිත කළ නොහැක</translation>
    </message>
    <message>
        <source>this system does not offer it</source>
        <translation>මෙම පද්ධතිය එය ලබා නොදේ</translation>
    </message>
    <message>
        <source>too far away to tell; come closer</source>
        <translation>හඳුනා ගැනීමට දුර වැඩියි; තව ළං වෙන්න</translation>
    </message>
    <message>
        <source>very bright; turn away from the window</source>
        <translation>එළිය වැඩියි; ජනේලයෙන් අහකට හැරෙන්න</translation>
    </message>
    <message>
        <source>with other files than this PC has; please enrol again</source>
        <translation>මෙම පරිගණකයේ නැති වෙනත් ගොනු සමඟ; කරුණාකර නැවත ලියාපදිංචි වන්න</translation>
    </message>
    <message>
        <source>works</source>
        <translation>ක්‍රියා කරයි</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ඔව්</translation>
    </message>
    <message>
        <source>{apart} apart from the server&apos;s</source>
        <translation>සේවාදායකයෙන් {apart}ක් වෙනස්</translation>
    </message>
    <message>
        <source>{apart} apart; the exam goes by the server&apos;s clock</source>
        <translation>{apart}ක් වෙනස්; විභාගය යන්නේ සේවාදායකයේ ඔරලෝසුවට අනුවයි</translation>
    </message>
    <message>
        <source>{file} is damaged or no face model.</source>
        <translation>{file} හානි වී ඇත, නැතහොත් එය මුහුණු හඳුනාගැනීමේ ගොනුවක් නොවේ.</translation>
    </message>
    <message>
        <source>{n} extra; arranged for you</source>
        <translation>අමතර {n}; ඔබ සඳහා අවසර දී ඇත</translation>
    </message>
    <message>
        <source>{n} extra; unplug before you start</source>
        <translation>අමතර {n}ක්; පටන් ගැනීමට පෙර ගලවන්න</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>තත්පර {n}</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>තත්පර {n}</translation>
    </message>
    <message>
        <source>{reason} Keep writing.</source>
        <translation>{reason} දිගටම ලියන්න.</translation>
    </message>
    <message>
        <source>{server} shows another key than when you first signed in. If your school set the server up anew, you can trust it; otherwise ask first. Nothing was sent.</source>
        <translation>{server} පෙන්වන්නේ ඔබ මුලින්ම පිවිසුණු විට තිබූ යතුර නොවේ. පාසල සේවාදායකය අලුතෙන් සකස් කළා නම් එය විශ්වාස කළ හැක; නැත්නම් පළමුව අසන්න. කිසිවක් යැව්වේ නැත.</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} ඉඩ ඇත</translation>
    </message>
    <message>
        <source>“As the computer says” follows what the system knows of the network.</source>
        <translation>“පරිගණකය කියන පරිදි” යන්න පද්ධතිය ජාලය ගැන දන්නා දේ අනුගමනය කරයි.</translation>
    </message>
    <message>
        <source>“As the computer” follows light, dark and high contrast.</source>
        <translation>“පරිගණකයේ පරිදි” තේරූ විට එළිය, අඳුරු සහ අධි වෙනස් තේමා අනුගමනය කරයි.</translation>
    </message>
</context>
<context>
    <name>MessagesPage</name>
    <message>
        <source>All</source>
        <translation>සියල්ල</translation>
    </message>
    <message>
        <source>Find a message</source>
        <translation>පණිවිඩයක් සොයන්න</translation>
    </message>
    <message>
        <source>Look for a part of the text, in any language.</source>
        <translation>ඕනෑම භාෂාවකින් පෙළේ කොටසක් සොයන්න.</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>සියල්ල කියවූ බව සලකුණු කරන්න</translation>
    </message>
    <message>
        <source>Messages come with the network.</source>
        <translation>ජාලය ලැබුණු විට පණිවිඩ ලැබේ.</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>පණිවිඩ නැත</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>කිසිවක් හමු නොවීය</translation>
    </message>
    <message>
        <source>Nothing on this computer yet</source>
        <translation>මෙම පරිගණකයේ තවම කිසිවක් නැත</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>නොකියවූ</translation>
    </message>
    <message>
        <source>What is new appears here.</source>
        <translation>අලුත් දේ මෙහි පෙනේ.</translation>
    </message>
    <message>
        <source>What your school and your teachers say appears here.</source>
        <translation>ඔබේ පාසල සහ ගුරුවරුන් පවසන දේ මෙහි පෙනේ.</translation>
    </message>
    <message>
        <source>You have read everything</source>
        <translation>ඔබ සියල්ල කියවා ඇත</translation>
    </message>
</context>
<context>
    <name>MiniBar</name>
    <message>
        <source>Back to the class</source>
        <translation>පන්තියට ආපසු</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>පිටවන්න</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Account</source>
        <translation>ගිණුම</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>පැමිණීම</translation>
    </message>
    <message>
        <source>Attendance record</source>
        <translation>පැමිණීමේ වාර්තාව</translation>
    </message>
    <message>
        <source>Attendance rule</source>
        <translation>පැමිණීමේ නීතිය</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>පන්ති</translation>
    </message>
    <message>
        <source>Exams</source>
        <translation>විභාග</translation>
    </message>
    <message>
        <source>Face for exams</source>
        <translation>විභාග සඳහා මුහුණ</translation>
    </message>
    <message>
        <source>Faces to approve</source>
        <translation>මුහුණු අනුමැතිය</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>පුස්තකාලය</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>බලපත්‍ර</translation>
    </message>
    <message>
        <source>Live class</source>
        <translation>සජීවී පන්තිය</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>ලකුණු දීම</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>පාඩම් ද්‍රව්‍ය</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>පණිවිඩ</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>ගෙවීම්</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>ප්‍රකාශන</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>පටිගත කිරීම්</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>ප්‍රතිඵල</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>සැකසුම්</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>අධ්‍යයනය</translation>
    </message>
    <message>
        <source>Timetable</source>
        <translation>කාලසටහන</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>අද</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Blue</source>
        <translation>නිල්</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>අවලංගු කරන්න</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>පාට</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>කොළ</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>රෝස</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>සුරකින්න</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>කහ</translation>
    </message>
    <message>
        <source>You wrote this on two computers at the same time. Both texts are here: make them one.</source>
        <translation>ඔබ මෙය එකම වේලාවේ පරිගණක දෙකක ලිව්වා. පාඨ දෙකම මෙහි ඇත: ඒවා එකක් කරන්න.</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>ඔබේ සටහන</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Bookmark</source>
        <translation>පිටු සලකුණ</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>කාඩ්පත</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>මකන්න</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>සංස්කරණය</translation>
    </message>
    <message>
        <source>Find in your notes</source>
        <translation>ඔබේ සටහන්වල සොයන්න</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>ඉස්මතු කිරීම</translation>
    </message>
    <message>
        <source>Look for words of the text or of your note.</source>
        <translation>පාඨයේ හෝ ඔබේ සටහනේ වචන සොයන්න.</translation>
    </message>
    <message>
        <source>Make a card</source>
        <translation>කාඩ්පතක් සාදන්න</translation>
    </message>
    <message>
        <source>More</source>
        <translation>තවත්</translation>
    </message>
    <message>
        <source>No notes yet</source>
        <translation>තවම සටහන් නැත</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>සටහන</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>සටහන්</translation>
    </message>
    <message>
        <source>Notes ({count})</source>
        <translation>සටහන් ({count})</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>කිසිවක් හමු නොවිණි</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>පිටුව {number}</translation>
    </message>
    <message>
        <source>Place not found</source>
        <translation>තැන හමු නොවිණි</translation>
    </message>
    <message>
        <source>Place not found in the new version</source>
        <translation>නව අනුවාදයේ තැන හමු නොවිණි</translation>
    </message>
    <message>
        <source>Save all as Markdown</source>
        <translation>සියල්ල Markdown ලෙස සුරකින්න</translation>
    </message>
    <message>
        <source>Select words and highlight them, or write a note on this page. All stays on this PC.</source>
        <translation>වචන තෝරා ඉස්මතු කරන්න, නැතහොත් මෙම පිටුවේ සටහනක් ලියන්න. සියල්ල මෙම පරිගණකයේ රැඳේ.</translation>
    </message>
    <message>
        <source>Your notes</source>
        <translation>ඔබේ සටහන්</translation>
    </message>
    <message>
        <source>written on two computers</source>
        <translation>පරිගණක දෙකක ලියන ලදී</translation>
    </message>
</context>
<context>
    <name>NoticedCard</name>
    <message>
        <source>A person at your school looks at this; nothing is decided by a program.</source>
        <translation>මෙය පාසලේ කෙනෙක් බලයි; වැඩසටහනක් කිසිවක් තීරණය නොකරයි.</translation>
    </message>
    <message>
        <source>LearnUp cannot be reached: pictures, decisions and replies need the network.</source>
        <translation>LearnUp වෙත යා නොහැක: පින්තූර, තීරණ හා පිළිතුරුවලට ජාලය අවශ්‍යයි.</translation>
    </message>
    <message>
        <source>Nothing was noticed.</source>
        <translation>කිසිවක් සටහන් වී නැත.</translation>
    </message>
    <message>
        <source>This is what this PC wrote down. Pictures, decisions and replies need the network.</source>
        <translation>මේ පරිගණකය සටහන් කළේ මෙයයි. පින්තූර, තීරණ හා පිළිතුරුවලට ජාලය අවශ්‍යයි.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>නැවත උත්සාහ කරන්න</translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation>දුටු දේ</translation>
    </message>
</context>
<context>
    <name>NoticedRow</name>
    <message>
        <source>Change your reply</source>
        <translation>පිළිතුර වෙනස් කරන්න</translation>
    </message>
    <message>
        <source>Looked at: explained</source>
        <translation>බැලුවා: පැහැදිලි විය</translation>
    </message>
    <message>
        <source>Looked at: kept for the school</source>
        <translation>බැලුවා: පාසල සඳහා තැබුවා</translation>
    </message>
    <message>
        <source>Looked at: of no importance</source>
        <translation>බැලුවා: වැදගත් නොවේ</translation>
    </message>
    <message>
        <source>Looked at: you were told</source>
        <translation>බැලුවා: ඔබට දැනුම් දුන්නා</translation>
    </message>
    <message>
        <source>Picture {number}</source>
        <translation>පින්තූරය {number}</translation>
    </message>
    <message>
        <source>Pictures deleted since their time was over: {n}</source>
        <translation>කාලය අවසන් වූ බැවින් මකා දැමූ පින්තූර: {n}</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>පිළිතුරු දෙන්න</translation>
    </message>
    <message>
        <source>The pictures are deleted on {day}.</source>
        <translation>පින්තූර {day} දින මකා දමනු ලැබේ.</translation>
    </message>
    <message>
        <source>You wrote: {text}</source>
        <translation>ඔබ ලිව්වේ: {text}</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>About Qt</source>
        <translation>Qt ගැන</translation>
    </message>
    <message>
        <source>Find a library or licence</source>
        <translation>පුස්තකාලයක් හෝ බලපත්‍රයක් සොයන්න</translation>
    </message>
    <message>
        <source>Its licence is kept with the library itself.</source>
        <translation>එහි බලපත්‍රය පුස්තකාලය සමඟම ඇත.</translation>
    </message>
    <message>
        <source>Its web page</source>
        <translation>එහි වෙබ් පිටුව</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>කිසිවක් හමු නොවීය</translation>
    </message>
    <message>
        <source>The licence in full</source>
        <translation>සම්පූර්ණ බලපත්‍රය</translation>
    </message>
    <message>
        <source>What LearnUp is made of</source>
        <translation>LearnUp සෑදී ඇති දේ</translation>
    </message>
    <message>
        <source>{count} parts</source>
        <translation>කොටස් {count}</translation>
    </message>
</context>
<context>
    <name>NumericEditor</name>
    <message>
        <source>The unit is missing.</source>
        <translation>ඒකකය නැත.</translation>
    </message>
    <message>
        <source>This does not look like a number with a unit yet, for instance 9.8 m/s².</source>
        <translation>මෙය තවම ඒකකයක් සහිත සංඛ්‍යාවක් ලෙස නොපෙනේ; උදා: 9.8 m/s².</translation>
    </message>
    <message>
        <source>This does not look like a number yet, for instance 12.5 or 3e8.</source>
        <translation>මෙය තවම සංඛ්‍යාවක් සේ නොපෙනේ. උදාහරණ: 12.5 හෝ 3e8.</translation>
    </message>
    <message>
        <source>Your answer, a number</source>
        <translation>ඔබේ පිළිතුර, සංඛ්‍යාවක්</translation>
    </message>
    <message>
        <source>Your answer, a number with its unit</source>
        <translation>ඔබේ පිළිතුර, ඒකකය සහිත සංඛ්‍යාවක්</translation>
    </message>
</context>
<context>
    <name>OrderingEditor</name>
    <message>
        <source>Drag a row, press its arrows, or hold Ctrl and press ↑ or ↓.</source>
        <translation>පේළියක් ඇදගෙන යන්න, එහි ඊතල ඔබන්න, නැතහොත් Ctrl අල්ලාගෙන ↑ හෝ ↓ ඔබන්න.</translation>
    </message>
    <message>
        <source>It is right like this</source>
        <translation>මෙලෙසම නිවැරදියි</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>පහළට ගෙන යන්න</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>ඉහළට ගෙන යන්න</translation>
    </message>
    <message>
        <source>{item}, place {n} of {total}</source>
        <translation>{item}, {total} න් {n} වන ස්ථානය</translation>
    </message>
</context>
<context>
    <name>OwnRecordPage</name>
    <message>
        <source>An earlier lesson</source>
        <translation>පෙර පාඩමක්</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>පන්ති අනුව</translation>
    </message>
    <message>
        <source>Corrected: {state}</source>
        <translation>නිවැරදි කළා: {state}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>අලුත්</translation>
    </message>
    <message>
        <source>Nothing marked on this day</source>
        <translation>මේ දිනයේ කිසිවක් සලකුණු කර නැත</translation>
    </message>
    <message>
        <source>Nothing marked yet</source>
        <translation>තවම කිසිවක් සලකුණු කර නැත</translation>
    </message>
    <message>
        <source>Present and late count as attended; excused lessons do not count. Tell your teacher if one is wrong.</source>
        <translation>පැමිණීම සහ ප්‍රමාදය පැමිණීම ලෙස ගැනේ; අවසර ලත් පාඩම් ගණන් නොගැනේ. වැරැද්දක් ඇත්නම් ගුරුතුමාට කියන්න.</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>ඊළඟ මාසය</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>පෙර මාසය</translation>
    </message>
    <message>
        <source>What the school told you</source>
        <translation>පාසල ඔබට දැන්වූ දේ</translation>
    </message>
    <message>
        <source>You were marked absent</source>
        <translation>ඔබ නොපැමිණි ලෙස සලකුණු කර ඇත</translation>
    </message>
    <message>
        <source>Your attendance</source>
        <translation>ඔබේ පැමිණීම</translation>
    </message>
    <message>
        <source>Your attendance appears here when a teacher marks it. It stays here with no network too.</source>
        <translation>ගුරුවරයෙකු සලකුණු කළ විට ඔබේ පැමිණීම මෙහි පෙන්වේ. ජාලය නැති විට ද එය මෙහි ඇත.</translation>
    </message>
    <message>
        <source>below the {share} that your school asks for</source>
        <translation>පාසල ඉල්ලන {share} ට වඩා අඩුයි</translation>
    </message>
    <message>
        <source>{n} lessons</source>
        <translation>පාඩම් {n}</translation>
    </message>
</context>
<context>
    <name>PackActions</name>
    <message>
        <source>Connect once, then copy. The files themselves are here.</source>
        <translation>වරක් සම්බන්ධ වී පසුව පිටපත් කරන්න. ගොනු මෙහි ඇත.</translation>
    </message>
    <message>
        <source>Copy to a USB stick</source>
        <translation>USB මතකයකට පිටපත් කරන්න</translation>
    </message>
    <message>
        <source>Download something first.</source>
        <translation>පළමුව යමක් බාගන්න.</translation>
    </message>
    <message>
        <source>Not on the stick: {titles}.</source>
        <translation>USB මතකයේ නැත: {titles}.</translation>
    </message>
    <message>
        <source>Not what the school signed, and left out: {titles}.</source>
        <translation>පාසල අත්සන් කළ දේ නොවේ, අත්හැර දමා ඇත: {titles}.</translation>
    </message>
    <message>
        <source>Nothing to copy yet</source>
        <translation>තවම පිටපත් කිරීමට කිසිවක් නැත</translation>
    </message>
    <message>
        <source>Take from a USB stick</source>
        <translation>USB මතකයකින් ගන්න</translation>
    </message>
    <message>
        <source>Take the stick out the safe way, and choose “Take from a USB stick” on the other computer.</source>
        <translation>USB මතකය ආරක්ෂිතව ඉවත් කර, අනෙක් පරිගණකයේ “USB මතකයකින් ගන්න” තෝරන්න.</translation>
    </message>
    <message>
        <source>The school has to sign the list first</source>
        <translation>පළමුව පාසල ලැයිස්තුව අත්සන් කළ යුතුය</translation>
    </message>
    <message>
        <source>{count} files belong to classes you are not in, or the school has newer ones.</source>
        <translation>ගොනු {count} ක් ඔබ නොසිටින පන්තිවලට අයත්ය, නැතහොත් පාසලේ අලුත් ඒවා ඇත.</translation>
    </message>
    <message>
        <source>{count} files copied, {already} were on the stick already.</source>
        <translation>ගොනු {count} ක් පිටපත් කළා, {already} ක් දැනටමත් USB මතකයේ තිබුණා.</translation>
    </message>
    <message>
        <source>{count} files taken, {already} were here already.</source>
        <translation>ගොනු {count} ක් ගත්තා, {already} ක් දැනටමත් මෙහි තිබුණා.</translation>
    </message>
    <message>
        <source>{here} of {size}</source>
        <translation>{size} න් {here}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Class</source>
        <translation>පන්තිය</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>පාඩම් ද්‍රව්‍ය</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>සිසුවා</translation>
    </message>
</context>
<context>
    <name>PaperImage</name>
    <message>
        <source>Larger picture</source>
        <translation>රූපය විශාල කරන්න</translation>
    </message>
    <message>
        <source>Picture of this question</source>
        <translation>මේ ප්‍රශ්නයේ රූපය</translation>
    </message>
    <message>
        <source>Smaller picture</source>
        <translation>රූපය කුඩා කරන්න</translation>
    </message>
    <message>
        <source>The picture cannot be shown. It shows: {what}</source>
        <translation>රූපය පෙන්විය නොහැක. එහි ඇත්තේ: {what}</translation>
    </message>
</context>
<context>
    <name>PartView</name>
    <message>
        <source>1 mark</source>
        <translation>ලකුණු 1</translation>
    </message>
    <message>
        <source>{n} marks</source>
        <translation>ලකුණු {n}</translation>
    </message>
</context>
<context>
    <name>PasswordCard</name>
    <message>
        <source>Join</source>
        <translation>එක් වන්න</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>පිටවන්න</translation>
    </message>
    <message>
        <source>Password of the class</source>
        <translation>පන්තියේ මුරපදය</translation>
    </message>
    <message>
        <source>This class asks for a password</source>
        <translation>මෙම පන්තියට මුරපදයක් අවශ්‍යයි</translation>
    </message>
    <message>
        <source>Your teacher has it.</source>
        <translation>එය ගුරුවරයා සතුව ඇත.</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation>මුරපදය සඟවන්න</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>මුරපදය පෙන්වන්න</translation>
    </message>
</context>
<context>
    <name>PaymentsPage</name>
    <message>
        <source>All that is open, together</source>
        <translation>ගෙවීමට ඇති සියල්ලේ එකතුව</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>අවලංගුයි</translation>
    </message>
    <message>
        <source>Due {date}</source>
        <translation>ගෙවිය යුතු දිනය {date}</translation>
    </message>
    <message>
        <source>Finish paying in your browser</source>
        <translation>ඔබේ බ්‍රව්සරයේ ගෙවීම අවසන් කරන්න</translation>
    </message>
    <message>
        <source>Invoice {number}</source>
        <translation>ඉන්වොයිසිය {number}</translation>
    </message>
    <message>
        <source>It is done on the bank&apos;s page, so it cannot be kept for later. Your invoices stay here.</source>
        <translation>එය බැංකුවේ පිටුවේ කෙරෙන බැවින් පසුවට තැබිය නොහැක. ඔබේ ඉන්වොයිසි මෙහි පවතී.</translation>
    </message>
    <message>
        <source>No browser could be opened</source>
        <translation>බ්‍රව්සරයක් විවෘත කළ නොහැකි විය</translation>
    </message>
    <message>
        <source>No invoices</source>
        <translation>ඉන්වොයිසි නැත</translation>
    </message>
    <message>
        <source>No program for PDF files was found</source>
        <translation>PDF ගොනු සඳහා වැඩසටහනක් හමු නොවීය</translation>
    </message>
    <message>
        <source>Nothing on this computer yet</source>
        <translation>තවම මේ පරිගණකයේ කිසිවක් නැත</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>ගෙවීමට කිසිවක් නැත</translation>
    </message>
    <message>
        <source>Open this address yourself: {address}</source>
        <translation>මෙම ලිපිනය ඔබම විවෘත කරන්න: {address}</translation>
    </message>
    <message>
        <source>Overdue since {date}</source>
        <translation>{date} සිට ප්‍රමාදයි</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>ගෙවා ඇත</translation>
    </message>
    <message>
        <source>Paid {date}</source>
        <translation>ගෙවූ දිනය {date}</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>ගෙවන්න</translation>
    </message>
    <message>
        <source>Paying needs a network</source>
        <translation>ගෙවීමට ජාලයක් අවශ්‍යයි</translation>
    </message>
    <message>
        <source>Paying needs a network.</source>
        <translation>ගෙවීමට ජාලයක් අවශ්‍යයි.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>ලදුපත</translation>
    </message>
    <message>
        <source>The receipt is here: {path}</source>
        <translation>ලදුපත මෙහි ඇත: {path}</translation>
    </message>
    <message>
        <source>This page shows it as paid as soon as the school has heard from the bank.</source>
        <translation>බැංකුව පාසලට දැනුම් දුන් වහාම මෙම පිටුව එය ගෙවූ බව පෙන්වයි.</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>ගෙවීමට ඇති</translation>
    </message>
    <message>
        <source>What the school holds for you</source>
        <translation>පාසල ඔබ වෙනුවෙන් තබා ඇති මුදල</translation>
    </message>
    <message>
        <source>When the school asks for a payment, it is here.</source>
        <translation>පාසල ගෙවීමක් ඉල්ලූ විට එය මෙහි පෙනේ.</translation>
    </message>
    <message>
        <source>Your invoices are fetched as soon as there is a network.</source>
        <translation>ජාලය ලැබුණු වහාම ඔබේ ඉන්වොයිසි ලබා ගනී.</translation>
    </message>
    <message>
        <source>Your wallet</source>
        <translation>ඔබේ පසුම්බිය</translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>Pages</source>
        <translation>පිටු</translation>
    </message>
    <message>
        <source>Shift and the arrow keys select words; F7 shows a cursor.</source>
        <translation>Shift සහ ඊතල යතුරු වචන තෝරයි; F7 කර්සරයක් පෙන්වයි.</translation>
    </message>
</context>
<context>
    <name>PdfThumbnails</name>
    <message>
        <source>Page {number}</source>
        <translation>පිටුව {number}</translation>
    </message>
    <message>
        <source>Small pages</source>
        <translation>කුඩා පිටු</translation>
    </message>
</context>
<context>
    <name>PdfViewer</name>
    <message>
        <source>Contents</source>
        <translation>පටුන</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>පිටු {count} න් {page}</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>පිටු</translation>
    </message>
</context>
<context>
    <name>PhotoCard</name>
    <message>
        <source>At school</source>
        <translation>පාසලේ ඇත</translation>
    </message>
    <message>
        <source>Not on this PC</source>
        <translation>මෙම පරිගණකයේ නැත</translation>
    </message>
    <message>
        <source>On this PC</source>
        <translation>මෙම පරිගණකයේ</translation>
    </message>
    <message>
        <source>Photograph {n}</source>
        <translation>ඡායාරූපය {n}</translation>
    </message>
    <message>
        <source>Take out photograph {n}</source>
        <translation>ඡායාරූපය {n} ඉවත් කරන්න</translation>
    </message>
</context>
<context>
    <name>PhotoDialog</name>
    <message>
        <source>Cancel</source>
        <translation>අවලංගු කරන්න</translation>
    </message>
    <message>
        <source>Hold still, the camera takes its largest picture…</source>
        <translation>නොසොල්වා සිටින්න, කැමරාව විශාලම පින්තූරය ගනී…</translation>
    </message>
    <message>
        <source>Hold the sheet flat and near, so that it fills the picture. Your face is not needed now.</source>
        <translation>පින්තූරය පිරෙන සේ කඩදාසිය පැතලිව ළඟින් අල්ලන්න. දැන් ඔබේ මුහුණ අවශ්‍ය නැත.</translation>
    </message>
    <message>
        <source>Is everything easy to read? Drag the corners, or press arrow keys, to cut off the rest.</source>
        <translation>සියල්ල පහසුවෙන් කියවිය හැකිද? අනවශ්‍ය කොටස් ඉවත් කිරීමට කොන් අදින්න, නැතහොත් ඊතල යතුරු ඔබන්න.</translation>
    </message>
    <message>
        <source>Photograph your paper</source>
        <translation>ඔබේ කඩදාසිය ඡායාරූප ගන්න</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>නැවත ගන්න</translation>
    </message>
    <message>
        <source>Take the photograph</source>
        <translation>ඡායාරූපය ගන්න</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>කැමරාව ආරම්භ වෙමින්…</translation>
    </message>
    <message>
        <source>Turn to the left</source>
        <translation>වමට හරවන්න</translation>
    </message>
    <message>
        <source>Turn to the right</source>
        <translation>දකුණට හරවන්න</translation>
    </message>
    <message>
        <source>Use this photograph</source>
        <translation>මෙම ඡායාරූපය යොදන්න</translation>
    </message>
    <message>
        <source>Your photograph</source>
        <translation>ඔබේ ඡායාරූපය</translation>
    </message>
</context>
<context>
    <name>PolicyPage</name>
    <message>
        <source>Absences in a row without a reason</source>
        <translation>හේතුවක් නැතිව පිට පිට නොපැමිණි වාර</translation>
    </message>
    <message>
        <source>Attended at least</source>
        <translation>අවම පැමිණීම</translation>
    </message>
    <message>
        <source>Every class has it now.</source>
        <translation>දැන් සෑම පන්තියකටම එය තිබේ.</translation>
    </message>
    <message>
        <source>Missed, for whatever reason</source>
        <translation>කුමන හේතුවකට හෝ මඟ හැරුණු කොටස</translation>
    </message>
    <message>
        <source>Rule saved</source>
        <translation>නීතිය සුරැකිණි</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>සුරකින්න</translation>
    </message>
    <message>
        <source>Shares count from so many marked lessons</source>
        <translation>ප්‍රතිශත ගණන් ගැනෙන්නේ මෙපමණ සලකුණු කළ පාඩම් ගණනක සිට</translation>
    </message>
    <message>
        <source>Teachers see the students of this rule on a list. It counts for every class as soon as it is saved.</source>
        <translation>මෙම නීතියට අදාළ සිසුන් ගුරුවරුන්ට ලැයිස්තුවක පෙනේ. සුරැකි විගස එය සෑම පන්තියකටම වලංගු වේ.</translation>
    </message>
    <message>
        <source>This can be changed with a network only</source>
        <translation>මෙය වෙනස් කළ හැක්කේ ජාලය ඇති විට පමණි</translation>
    </message>
    <message>
        <source>Times late in the last ten lessons</source>
        <translation>අවසන් පාඩම් දහයේ ප්‍රමාද වූ වාර</translation>
    </message>
    <message>
        <source>Usual values</source>
        <translation>සාමාන්‍ය අගයන්</translation>
    </message>
    <message>
        <source>What this PC knows is shown. It counts for the whole school, so it is not kept for later.</source>
        <translation>පෙන්වන්නේ මෙම පරිගණකය දන්නා දේ ය. එය මුළු පාසලටම බලපාන නිසා පසුවට තබා නොගැනේ.</translation>
    </message>
    <message>
        <source>When a student&apos;s absences are looked at</source>
        <translation>සිසුවෙකුගේ නොපැමිණීම් සොයා බලන්නේ කවදා ද</translation>
    </message>
</context>
<context>
    <name>PresencePanel</name>
    <message>
        <source>Done</source>
        <translation>හරි</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>දැන් නොවේ</translation>
    </message>
    <message>
        <source>Show that you are there</source>
        <translation>ඔබ එහි සිටින බව පෙන්වන්න</translation>
    </message>
    <message>
        <source>That did not work. Try again with light on your face, or type a number instead.</source>
        <translation>එය සාර්ථක නොවීය. මුහුණට එළිය වැටෙන සේ නැවත උත්සාහ කරන්න, නැතහොත් අංකයක් ටයිප් කරන්න.</translation>
    </message>
    <message>
        <source>That was another number. Try again.</source>
        <translation>එය වෙනත් අංකයකි. නැවත උත්සාහ කරන්න.</translation>
    </message>
    <message>
        <source>The camera was not sure. Turn your head as it says, or type a number. It decides nothing.</source>
        <translation>කැමරාවට නිසැක නොවීය. කියන ලෙස හිස හරවන්න, නැතහොත් අංකයක් ටයිප් කරන්න. මෙයින් කිසිවක් තීරණය නොවේ.</translation>
    </message>
    <message>
        <source>Turn my head</source>
        <translation>හිස හරවන්නම්</translation>
    </message>
    <message>
        <source>Type a number instead</source>
        <translation>ඒ වෙනුවට අංකයක් ටයිප් කරන්නම්</translation>
    </message>
    <message>
        <source>Type this number: {number}</source>
        <translation>මෙම අංකය ටයිප් කරන්න: {number}</translation>
    </message>
    <message>
        <source>You can go on writing afterwards.</source>
        <translation>පසුව ඔබට දිගටම ලිවිය හැක.</translation>
    </message>
</context>
<context>
    <name>PublicationsPage</name>
    <message>
        <source>Back to the library</source>
        <translation>පුස්තකාලයට ආපසු</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>මිලදී ගන්න</translation>
    </message>
    <message>
        <source>Buy “{title}” for {price}?</source>
        <translation>“{title}” {price} ට මිලදී ගන්නවාද?</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>නොමිලේ</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>ලබා ගන්න</translation>
    </message>
    <message>
        <source>Getting a publication needs a network</source>
        <translation>ප්‍රකාශනයක් ලබා ගැනීමට ජාලයක් අවශ්‍යයි</translation>
    </message>
    <message>
        <source>It is asked of the school, so it cannot be kept for later.</source>
        <translation>එය පාසලෙන් ඉල්ලිය යුතු බැවින් පසුවට තබා ගත නොහැක.</translation>
    </message>
    <message>
        <source>It is in your library now.</source>
        <translation>එය දැන් ඔබේ පුස්තකාලයේ ඇත.</translation>
    </message>
    <message>
        <source>It is yours</source>
        <translation>එය ඔබේය</translation>
    </message>
    <message>
        <source>No publications</source>
        <translation>ප්‍රකාශන නැත</translation>
    </message>
    <message>
        <source>Now it is to be paid</source>
        <translation>දැන් එයට ගෙවිය යුතුය</translation>
    </message>
    <message>
        <source>Other classes</source>
        <translation>වෙනත් පන්ති</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>ගෙවන්න</translation>
    </message>
    <message>
        <source>Show in the library</source>
        <translation>පුස්තකාලයේ පෙන්වන්න</translation>
    </message>
    <message>
        <source>Waits for payment</source>
        <translation>ගෙවීම බලාපොරොත්තුවෙන්</translation>
    </message>
    <message>
        <source>What you get here is yours alone and opens in the library, also with no network.</source>
        <translation>මෙහි ලබා ගන්නා දේ ඔබට පමණි; ජාලයක් නැතිවත් පුස්තකාලයේ විවෘත වේ.</translation>
    </message>
    <message>
        <source>When a teacher of yours offers a book or a collection, it is here.</source>
        <translation>ඔබේ ගුරුවරයෙක් පොතක් හෝ එකතුවක් ඉදිරිපත් කළ විට එය මෙහි පෙනේ.</translation>
    </message>
    <message>
        <source>You get an invoice and pay it on the bank&apos;s page. Until then it costs nothing.</source>
        <translation>ඔබට ඉන්වොයිසියක් ලැබේ; එය බැංකුවේ පිටුවේ ගෙවන්න. එතෙක් කිසිවක් අය නොවේ.</translation>
    </message>
    <message>
        <source>Your time with it is over</source>
        <translation>ඔබට දුන් කාලය අවසන්</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>ඔබේ</translation>
    </message>
    <message>
        <source>Yours until {date}</source>
        <translation>{date} දක්වා ඔබේ</translation>
    </message>
    <message>
        <source>“{title}” is yours as soon as its invoice is paid.</source>
        <translation>ඉන්වොයිසිය ගෙවූ විගස “{title}” ඔබේ වේ.</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>A word to all (may stay empty)</source>
        <translation>සැමට වචනයක් (හිස්ව තැබිය හැක)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>අවලංගු කරන්න</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>ප්‍රකාශ කරන්න</translation>
    </message>
    <message>
        <source>Publish marks</source>
        <translation>ලකුණු ප්‍රකාශ කිරීම</translation>
    </message>
    <message>
        <source>Tell each student their place in class</source>
        <translation>එක් එක් සිසුවාට පන්තියේ ස්ථානය දන්වන්න</translation>
    </message>
    <message>
        <source>{n} answers are set aside and nobody has decided on them yet.</source>
        <translation>පිළිතුරු {n} ක් පසෙකට තබා ඇත; ඒ ගැන තවම තීරණයක් නැත.</translation>
    </message>
    <message>
        <source>{n} students will see their marks and your comments, and nobody else&apos;s.</source>
        <translation>සිසුන් {n} කට තම ලකුණු සහ ඔබේ අදහස් පෙනේ; අන් අයගේ නොපෙනේ.</translation>
    </message>
</context>
<context>
    <name>QuestionCell</name>
    <message>
        <source>Question {n}</source>
        <translation>ප්‍රශ්නය {n}</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>පිළිතුරු දී ඇත</translation>
    </message>
    <message>
        <source>at school</source>
        <translation>පාසලේ</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>සුරකිමින්</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>සලකුණු කළ</translation>
    </message>
    <message>
        <source>in another section</source>
        <translation>වෙනත් කොටසක</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>පිළිතුරු දී නැත</translation>
    </message>
    <message>
        <source>on this PC</source>
        <translation>මේ පරිගණකයේ</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>දැන් විවෘතයි</translation>
    </message>
</context>
<context>
    <name>QuestionMap</name>
    <message>
        <source>Question map</source>
        <translation>ප්‍රශ්න සිතියම</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>ප්‍රශ්න</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{total}න් {n}</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Choose all that are right.</source>
        <translation>නිවැරදි සියල්ල තෝරන්න.</translation>
    </message>
</context>
<context>
    <name>ReaderPage</name>
    <message>
        <source>Back to the library</source>
        <translation>පුස්තකාලයට ආපසු</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>මේ පාඨයේ සොයන්න</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>ගළපන්න</translation>
    </message>
    <message>
        <source>Highlight the selected words (Ctrl+H)</source>
        <translation>තෝරාගත් වචන ඉස්මතු කරන්න (Ctrl+H)</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>විශාල කරන්න</translation>
    </message>
    <message>
        <source>LearnUp opens this kind of file in another program of this computer.</source>
        <translation>LearnUp මේ වර්ගයේ ගොනු මේ පරිගණකයේ වෙනත් වැඩසටහනකින් විවෘත කරයි.</translation>
    </message>
    <message>
        <source>Leave LearnUp?</source>
        <translation>LearnUp වෙතින් පිටවන්නද?</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>හමු නොවීය</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>විවෘත කරන්න</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>වෙනත් වැඩසටහනකින් විවෘත කරන්න</translation>
    </message>
    <message>
        <source>Pages and contents</source>
        <translation>පිටු සහ පටුන</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>කුඩා කරන්න</translation>
    </message>
    <message>
        <source>The hit before</source>
        <translation>පෙර ප්‍රතිඵලය</translation>
    </message>
    <message>
        <source>The next hit</source>
        <translation>ඊළඟ ප්‍රතිඵලය</translation>
    </message>
    <message>
        <source>This file is damaged or not what its name says. Tell your teacher.</source>
        <translation>මේ ගොනුව හානි වී ඇත, නැතහොත් එහි නම කියන දේ නොවේ. ඔබේ ගුරුවරයාට කියන්න.</translation>
    </message>
    <message>
        <source>Your notes on this document</source>
        <translation>මෙම ලේඛනය පිළිබඳ ඔබේ සටහන්</translation>
    </message>
    <message>
        <source>{address} opens in the browser of this computer.</source>
        <translation>{address} මේ පරිගණකයේ බ්‍රව්සරයෙන් විවෘත වේ.</translation>
    </message>
    <message>
        <source>{current} of {count}</source>
        <translation>{count} න් {current}</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>Clock and disk</source>
        <translation>ඔරලෝසුව සහ තැටිය</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>ලියාපදිංචි කරන්න</translation>
    </message>
    <message>
        <source>Face enrolled</source>
        <translation>මුහුණ ලියාපදිංචිය</translation>
    </message>
    <message>
        <source>Face recognition</source>
        <translation>මුහුණ හඳුනා ගැනීම</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>ලබා ගන්න</translation>
    </message>
    <message>
        <source>One display</source>
        <translation>එක් තිරයයි</translation>
    </message>
    <message>
        <source>Paper on this PC</source>
        <translation>ප්‍රශ්න පත්‍රය</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>පෙන්වන්න</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>අනුමතයි</translation>
    </message>
    <message>
        <source>clock not compared yet</source>
        <translation>ඔරලෝසුව තවම සසඳා නැත</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>ස්ථාපනය කර නැත</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>තවම නැත</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>සූදානම්</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>මුද්‍රා තබා ඇත</translation>
    </message>
    <message>
        <source>sealed, opens {time}</source>
        <translation>මුද්‍රා තබා ඇත, ඇරෙන්නේ {time}</translation>
    </message>
    <message>
        <source>unplug before you start</source>
        <translation>පටන් ගැනීමට පෙර ගලවන්න</translation>
    </message>
    <message>
        <source>{count} displays</source>
        <translation>තිර {count}</translation>
    </message>
    <message>
        <source>{length} s apart</source>
        <translation>තත්පර {length}ක් වෙනස්</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} ඉඩ ඇත</translation>
    </message>
    <message>
        <source>{size} to fetch</source>
        <translation>{size} බාගත යුතුයි</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>All exams</source>
        <translation>සියලු විභාග</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>පිළිතුරු දුන්</translation>
    </message>
    <message>
        <source>Code copied</source>
        <translation>කේතය පිටපත් කළා</translation>
    </message>
    <message>
        <source>Code of the receipt: {code}</source>
        <translation>ලදුපතේ කේතය: {code}</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>කේතය පිටපත් කරන්න</translation>
    </message>
    <message>
        <source>Emergency file saved</source>
        <translation>හදිසි ගොනුව සුරකින ලදී</translation>
    </message>
    <message>
        <source>Entries in the journal</source>
        <translation>සටහන් ගණන</translation>
    </message>
    <message>
        <source>Everything this PC recorded of your exam; together with the receipt it is proof.</source>
        <translation>ඔබේ විභාගයෙන් මෙම පරිගණකය සටහන් කළ සියල්ල; රිසිට්පත සමඟ එය සාක්ෂියකි.</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>විභාගය</translation>
    </message>
    <message>
        <source>Handed in and received</source>
        <translation>භාර දී, ලැබී ඇත</translation>
    </message>
    <message>
        <source>If this PC stays without a network, save an emergency file on a stick and give it to your teacher. Only your school can read it.</source>
        <translation>මෙම පරිගණකය ජාලයකින් තොරව පවතී නම්, හදිසි ගොනුවක් USB ධාවකයක සුරකින්න සහ එය ඔබේ ගුරුවරයාට දෙන්න. එය කියවිය හැක්කේ ඔබේ පාසලට පමණි.</translation>
    </message>
    <message>
        <source>Its marks do not count.</source>
        <translation>එහි ලකුණු ගණන් නොගැනේ.</translation>
    </message>
    <message>
        <source>Journal saved</source>
        <translation>සටහන් පොත සුරකින ලදී</translation>
    </message>
    <message>
        <source>No receipt here</source>
        <translation>මෙහි ලදුපතක් නැත</translation>
    </message>
    <message>
        <source>QR code with the whole receipt</source>
        <translation>සම්පූර්ණ රිසිට්පත අඩංගු QR කේතය</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>ලදුපත</translation>
    </message>
    <message>
        <source>Receipt of a practice paper</source>
        <translation>පුහුණු ප්‍රශ්න පත්‍රයක ලදුපත</translation>
    </message>
    <message>
        <source>Receipt of your exam</source>
        <translation>ඔබේ විභාගයේ රිසිට්පත</translation>
    </message>
    <message>
        <source>Receipt saved</source>
        <translation>ලදුපත සුරැකුණා</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>ලැබුණේ</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF ලෙස සුරකින්න</translation>
    </message>
    <message>
        <source>Save emergency file</source>
        <translation>හදිසි ගොනුව සුරකින්න</translation>
    </message>
    <message>
        <source>Save journal</source>
        <translation>සටහන් පොත සුරකින්න</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>ලදුපත සුරකින්න</translation>
    </message>
    <message>
        <source>Signed with key</source>
        <translation>අත්සන් කළ යතුර</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>සිසුවා</translation>
    </message>
    <message>
        <source>There is no receipt of this exam on this PC. Your teacher can see how it stands.</source>
        <translation>මේ විභාගයේ ලදුපතක් මේ පරිගණකයේ නැත. එහි තත්ත්වය ගුරුවරයාට බැලිය හැක.</translation>
    </message>
    <message>
        <source>This was a practice paper</source>
        <translation>මෙය පුහුණු ප්‍රශ්න පත්‍රයක් විය</translation>
    </message>
    <message>
        <source>Waiting for your school&apos;s receipt</source>
        <translation>පාසලේ ලදුපත ලැබෙන තුරු</translation>
    </message>
    <message>
        <source>Watched by</source>
        <translation>නිරීක්ෂණය කළේ</translation>
    </message>
    <message>
        <source>Your answers are on this PC. LearnUp hands them in by itself as soon as the network is there; the receipt then appears here.</source>
        <translation>ඔබේ පිළිතුරු මේ පරිගණකයේ ඇත. ජාලය ලැබුණු වහාම LearnUp ඒවා ඉබේම භාර දේ; ලදුපත එවිට මෙහි පෙනේ.</translation>
    </message>
    <message>
        <source>Your school has signed for everything that this PC recorded.</source>
        <translation>මේ පරිගණකය සටහන් කළ සියල්ල ලැබුණු බවට ඔබේ පාසල අත්සන් කර ඇත.</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{total}න් {n}</translation>
    </message>
</context>
<context>
    <name>RecordingRow</name>
    <message>
        <source>Download</source>
        <translation>බාගන්න</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>දිගටම කරන්න</translation>
    </message>
    <message>
        <source>On this PC</source>
        <translation>මෙම පරිගණකයේ</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>නවතා තබන්න</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>ධාවනය කරන්න</translation>
    </message>
    <message>
        <source>The file could not be fetched. Try again, or tell your teacher.</source>
        <translation>ගොනුව ලබා ගත නොහැකි විය. නැවත උත්සාහ කරන්න, නැතහොත් ඔබේ ගුරුවරයාට කියන්න.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>නැවත උත්සාහ කරන්න</translation>
    </message>
    <message>
        <source>Waits: the library says why</source>
        <translation>රැඳී සිටී: හේතුව පුස්තකාලයේ ඇත</translation>
    </message>
    <message>
        <source>{here} of {size}</source>
        <translation>{size} න් {here}</translation>
    </message>
</context>
<context>
    <name>RecordingsPage</name>
    <message>
        <source>A place is only yours when the school has said so. Try again when there is a network.</source>
        <translation>පාසල තහවුරු කළ පසු පමණක් ආසනය ඔබේ වේ. ජාලය ඇති විට නැවත උත්සාහ කරන්න.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>ආපසු දෙන්න</translation>
    </message>
    <message>
        <source>Give your place back?</source>
        <translation>ඔබේ ආසනය ආපසු දෙනවාද?</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>තවම පටිගත කිරීම් නැත</translation>
    </message>
    <message>
        <source>Nothing on this computer yet</source>
        <translation>තවම මේ පරිගණකයේ කිසිවක් නැත</translation>
    </message>
    <message>
        <source>Recordings and seminars are fetched as soon as there is a network.</source>
        <translation>ජාලයක් ලැබුණු විගස පටිගත කිරීම් සහ සම්මන්ත්‍රණ ලබා ගැනේ.</translation>
    </message>
    <message>
        <source>Registering needs a network</source>
        <translation>ලියාපදිංචියට ජාලයක් අවශ්‍යයි</translation>
    </message>
    <message>
        <source>Seminars</source>
        <translation>සම්මන්ත්‍රණ</translation>
    </message>
    <message>
        <source>Somebody else can have it then. If all places are taken, you may not get it again.</source>
        <translation>එවිට එය වෙනත් අයෙකුට ලැබේ. සියලු ආසන පිරුණහොත් ඔබට එය නැවත නොලැබිය හැකිය.</translation>
    </message>
    <message>
        <source>When a class is recorded or a seminar is announced, it is here.</source>
        <translation>පන්තියක් පටිගත කළ විට හෝ සම්මන්ත්‍රණයක් දැනුම් දුන් විට එය මෙහි ඇත.</translation>
    </message>
    <message>
        <source>You have a place</source>
        <translation>ඔබට ආසනයක් ඇත</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>At {time}, in {length}</source>
        <translation>{time}ට, තව {length}</translation>
    </message>
    <message>
        <source>Begun in the meantime</source>
        <translation>මේ අතර ආරම්භ විය</translation>
    </message>
    <message>
        <source>Exam: {title}</source>
        <translation>විභාගය: {title}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>පෙන්වන්න</translation>
    </message>
    <message>
        <source>online</source>
        <translation>මාර්ගගත</translation>
    </message>
</context>
<context>
    <name>ReplyDialog</name>
    <message>
        <source>Cancel</source>
        <translation>අවලංගු කරන්න</translation>
    </message>
    <message>
        <source>Not sent: LearnUp cannot be reached. Your words are kept here; send them again later.</source>
        <translation>යැවුණේ නැත: LearnUp වෙත යා නොහැක. ඔබ ලියූ දේ මෙහි ඇත; පසුව නැවත යවන්න.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>යවන්න</translation>
    </message>
    <message>
        <source>What happened, in your words</source>
        <translation>සිදු වූ දේ, ඔබේ වචනවලින්</translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation>ඔබේ පිළිතුර</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>All results</source>
        <translation>සියලු ප්‍රතිඵල</translation>
    </message>
    <message>
        <source>Being marked</source>
        <translation>ලකුණු දෙමින්</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>තවම ප්‍රතිඵල නැත</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>ප්‍රශ්නය {number}</translation>
    </message>
    <message>
        <source>Your marks</source>
        <translation>ඔබේ ලකුණු</translation>
    </message>
    <message>
        <source>Your marks appear here when your teacher publishes them. They stay here with no network too.</source>
        <translation>ඔබේ ගුරුවරයා ප්‍රකාශ කළ විට ලකුණු මෙහි පෙනේ. ජාලය නැතිව ද ඒවා මෙහි රැඳේ.</translation>
    </message>
    <message>
        <source>being marked</source>
        <translation>ලකුණු දෙමින්</translation>
    </message>
    <message>
        <source>corrected since it was first published</source>
        <translation>මුලින් ප්‍රකාශ කළ පසු නිවැරදි කර ඇත</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>ලකුණු දී නැත</translation>
    </message>
    <message>
        <source>place {n} of {all}</source>
        <translation>{all} දෙනාගෙන් {n} වන ස්ථානය</translation>
    </message>
    <message>
        <source>published {time}</source>
        <translation>ප්‍රකාශ කළේ {time}</translation>
    </message>
    <message>
        <source>sat {time}</source>
        <translation>ලිව්වේ {time}</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{all} න් {n}</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Back to Study</source>
        <translation>අධ්‍යයනයට ආපසු</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>මකන්න</translation>
    </message>
    <message>
        <source>Delete this card</source>
        <translation>මෙම කාඩ්පත මකන්න</translation>
    </message>
    <message>
        <source>Delete this card?</source>
        <translation>මෙම කාඩ්පත මකන්නද?</translation>
    </message>
    <message>
        <source>Done for now</source>
        <translation>දැනට අවසන්</translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>පහසුයි</translation>
    </message>
    <message>
        <source>Flashcards</source>
        <translation>මතක කාඩ්පත්</translation>
    </message>
    <message>
        <source>Hardly</source>
        <translation>අමාරුවෙන්</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>දනී</translation>
    </message>
    <message>
        <source>Make cards from words of a document; what you have looked at comes round by itself.</source>
        <translation>ලේඛනයක වචනවලින් කාඩ්පත් සාදන්න; ඔබ බැලූ ඒවා ඉබේම නැවත එයි.</translation>
    </message>
    <message>
        <source>No cards wait</source>
        <translation>බැලීමට කාඩ්පත් නැත</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>නොදනී</translation>
    </message>
    <message>
        <source>One card left</source>
        <translation>කාඩ්පතක් ඉතිරියි</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>ලේඛනය විවෘත කරන්න</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>පිළිතුර පෙන්වන්න</translation>
    </message>
    <message>
        <source>Space shows the answer. 1 to 4 say how well you knew it; Space again is “Known”.</source>
        <translation>Space යතුර පිළිතුර පෙන්වයි. 1 සිට 4 දක්වා ඔබ කොතරම් දැන සිටියාදැයි කියයි; නැවත Space යනු “දනී” යන්නයි.</translation>
    </message>
    <message>
        <source>Take the last answer back (Ctrl+Z)</source>
        <translation>අවසන් පිළිතුර ආපසු ගන්න (Ctrl+Z)</translation>
    </message>
    <message>
        <source>What you answered to it goes with it.</source>
        <translation>එයට ඔබ දුන් පිළිතුරු ද ඒ සමඟ මැකේ.</translation>
    </message>
    <message>
        <source>You gave {count} answers. The cards come round by themselves.</source>
        <translation>ඔබ පිළිතුරු {count}ක් දුන්නා. කාඩ්පත් ඉබේම නැවත එයි.</translation>
    </message>
    <message>
        <source>{count} cards left</source>
        <translation>කාඩ්පත් {count}ක් ඉතිරියි</translation>
    </message>
    <message>
        <source>{word}, again in {time}</source>
        <translation>{word}, නැවත {time} කින්</translation>
    </message>
</context>
<context>
    <name>RollCallCard</name>
    <message>
        <source>Another program uses the camera. Close it and try again.</source>
        <translation>වෙනත් වැඩසටහනක් කැමරාව භාවිත කරයි. එය වසා නැවත උත්සාහ කරන්න.</translation>
    </message>
    <message>
        <source>By hand or card, since no face is enrolled: {names}</source>
        <translation>මුහුණ ලියාපදිංචි නොවූ නිසා අතින් හෝ කාඩ්පතෙන්: {names}</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>කැමරාව</translation>
    </message>
    <message>
        <source>Confirm the {count} sure ones</source>
        <translation>සහතික {count} තහවුරු කරන්න</translation>
    </message>
    <message>
        <source>End roll call</source>
        <translation>නාම ඇමතීම අවසන් කරන්න</translation>
    </message>
    <message>
        <source>Enrolled picture of {name}</source>
        <translation>{name}ගේ ලියාපදිංචි ඡායාරූපය</translation>
    </message>
    <message>
        <source>Face models are missing on this PC. An administrator can add them in Settings.</source>
        <translation>මෙම පරිගණකයේ මුහුණු ආකෘති නැත. පරිපාලකයෙකුට සැකසුම් තුළ එක් කළ හැකිය.</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>සූදානම් වෙමින්…</translation>
    </message>
    <message>
        <source>It is somebody else (N)</source>
        <translation>ඒ වෙනත් කෙනෙක් (N)</translation>
    </message>
    <message>
        <source>It is this student (Y)</source>
        <translation>ඒ මේ සිසුවා ය (Y)</translation>
    </message>
    <message>
        <source>No</source>
        <translation>නැත</translation>
    </message>
    <message>
        <source>Nobody in this class has an enrolled face on this PC. Mark by hand or by card.</source>
        <translation>මෙම පන්තියේ කිසිවෙකුගේ මුහුණ මෙම පරිගණකයේ ලියාපදිංචි වී නැත. අතින් හෝ කාඩ්පතෙන් සලකුණු කරන්න.</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>ඡායාරූප</translation>
    </message>
    <message>
        <source>Photographs of the room</source>
        <translation>කාමරයේ ඡායාරූප</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png)</source>
        <translation>පින්තූර (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>Point the camera at the room, or choose photographs of front and back.</source>
        <translation>කැමරාව කාමරයට යොමු කරන්න, නැතහොත් ඉදිරිපස සහ පසුපස ඡායාරූප තෝරන්න.</translation>
    </message>
    <message>
        <source>Roll call</source>
        <translation>නාම ඇමතීම</translation>
    </message>
    <message>
        <source>Roll call had a fault. Mark by hand, or start it again.</source>
        <translation>නාම ඇමතීමේ දෝෂයක් විය. අතින් සලකුණු කරන්න, නැතහොත් නැවත අරඹන්න.</translation>
    </message>
    <message>
        <source>Stop camera</source>
        <translation>කැමරාව නවත්වන්න</translation>
    </message>
    <message>
        <source>That file is no picture that can be read. Choose a JPEG or PNG.</source>
        <translation>එම ගොනුව කියවිය හැකි පින්තූරයක් නොවේ. JPEG හෝ PNG එකක් තෝරන්න.</translation>
    </message>
    <message>
        <source>This PC does not let LearnUp use the camera.</source>
        <translation>මෙම පරිගණකය LearnUp හට කැමරාව භාවිතයට ඉඩ නොදේ.</translation>
    </message>
    <message>
        <source>What the camera saw</source>
        <translation>කැමරාව දුටු දේ</translation>
    </message>
    <message>
        <source>Which of these?</source>
        <translation>මින් කවුද?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>ඔව්</translation>
    </message>
    <message>
        <source>seen {agreeing} of {looks} times · likeness {likeness} · next best {next}</source>
        <translation>{looks} වරකින් {agreeing} වරක් දුටුවා · සමානතාව {likeness} · ඊළඟට {next}</translation>
    </message>
    <message>
        <source>this may be a picture of somebody</source>
        <translation>මෙය යමෙකුගේ පින්තූරයක් විය හැකිය</translation>
    </message>
    <message>
        <source>{count} to confirm</source>
        <translation>තහවුරු කිරීමට {count}</translation>
    </message>
    <message>
        <source>{faces} faces seen, {unknown} of them nobody of this class. Unknown faces are not kept.</source>
        <translation>මුහුණු {faces} ක් දුටුවා, {unknown} ක් මෙම පන්තියේ අය නොවේ. නාඳුනන මුහුණු තබා නොගනී.</translation>
    </message>
</context>
<context>
    <name>SavedPill</name>
    <message>
        <source>At school</source>
        <translation>පාසලේ</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>මතකයේ</translation>
    </message>
    <message>
        <source>Kept in memory: {reason}</source>
        <translation>මතකයේ ඇත: {reason}</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>ජාලය නැත</translation>
    </message>
    <message>
        <source>No network · all you wrote is at school</source>
        <translation>ජාලය නැත · ඔබ ලියූ සියල්ල පාසලේ ඇත</translation>
    </message>
    <message>
        <source>No network · at school</source>
        <translation>ජාලය නැත · පාසලේ</translation>
    </message>
    <message>
        <source>No network · on this PC</source>
        <translation>ජාලය නැත · මේ පරිගණකයේ</translation>
    </message>
    <message>
        <source>No network · saved on this PC as you write</source>
        <translation>ජාලය නැත · ලියන විටම මේ පරිගණකයේ සුරැකේ</translation>
    </message>
    <message>
        <source>No network · saved {ago} ago on this PC</source>
        <translation>ජාලය නැත · {ago}කට පෙර මේ පරිගණකයේ සුරැකුණා</translation>
    </message>
    <message>
        <source>On this PC</source>
        <translation>මේ පරිගණකයේ</translation>
    </message>
    <message>
        <source>Saved as you write</source>
        <translation>ලියන විටම සුරැකේ</translation>
    </message>
    <message>
        <source>Saved {ago} ago · on this PC</source>
        <translation>{ago}කට පෙර සුරැකුණා · මේ පරිගණකයේ</translation>
    </message>
    <message>
        <source>Saved {ago} ago · on this PC and at school</source>
        <translation>{ago}කට පෙර සුරැකුණා · මේ පරිගණකයේ සහ පාසලේ</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>සුරකිමින්…</translation>
    </message>
</context>
<context>
    <name>ScanView</name>
    <message>
        <source>Looking for the code. Hold it so that it fills half of the picture, and keep it still.</source>
        <translation>කේතය සොයමින් සිටී. එය පින්තූරයෙන් අඩක් පිරෙන සේ අල්ලා නොසොල්වා තබන්න.</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>කැමරාව ආරම්භ වෙමින්…</translation>
    </message>
    <message>
        <source>The code was read.</source>
        <translation>කේතය කියවන ලදී.</translation>
    </message>
    <message>
        <source>This QR code is something else. Hold up the one on the invigilator&apos;s screen.</source>
        <translation>මෙම QR කේතය වෙනත් දෙයකි. නිරීක්ෂකගේ තිරයේ ඇති කේතය පෙන්වන්න.</translation>
    </message>
    <message>
        <source>This is the code of another exam. Ask the invigilator for the one of this exam.</source>
        <translation>මෙය වෙනත් විභාගයක කේතයයි. මෙම විභාගයේ කේතය නිරීක්ෂකගෙන් ඉල්ලන්න.</translation>
    </message>
    <message>
        <source>{why} You can type the code instead.</source>
        <translation>{why} ඒ වෙනුවට කේතය ටයිප් කළ හැක.</translation>
    </message>
</context>
<context>
    <name>ScreenPicker</name>
    <message>
        <source>Cancel</source>
        <translation>අවලංගු කරන්න</translation>
    </message>
    <message>
        <source>Screen {number}</source>
        <translation>තිරය {number}</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>තිර</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>පෙන්වන්න</translation>
    </message>
    <message>
        <source>The others see all of it, messages that pop up too. Close what is private first.</source>
        <translation>අන් අය එය සම්පූර්ණයෙන් දකිති, මතුවන පණිවිඩද ඇතුළුව. පළමුව පෞද්ගලික දේ වසන්න.</translation>
    </message>
    <message>
        <source>There is nothing to show</source>
        <translation>පෙන්වීමට කිසිවක් නැත</translation>
    </message>
    <message>
        <source>This computer lets no program see its screen. Your teacher can also be sent a file.</source>
        <translation>මෙම පරිගණකය කිසිදු වැඩසටහනකට තිරය දැකීමට ඉඩ නොදේ. ගුරුවරයාට ගොනුවක් යැවීමටද හැක.</translation>
    </message>
    <message>
        <source>What do you want to show?</source>
        <translation>ඔබට පෙන්වීමට අවශ්‍ය කුමක්ද?</translation>
    </message>
    <message>
        <source>Window {number}</source>
        <translation>කවුළුව {number}</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>කවුළු</translation>
    </message>
</context>
<context>
    <name>SeatPanel</name>
    <message>
        <source>Go on with this computer</source>
        <translation>මෙම පරිගණකයෙන් ඉදිරියට යන්න</translation>
    </message>
    <message>
        <source>What you wrote there is kept. Only one computer can write at a time.</source>
        <translation>ඔබ එහි ලියූ දේ සුරක්ෂිතයි. වරකට ලිවිය හැක්කේ එක් පරිගණකයකට පමණි.</translation>
    </message>
    <message>
        <source>Your exam is open on {device}</source>
        <translation>ඔබේ විභාගය {device} හි විවෘතව ඇත</translation>
    </message>
    <message>
        <source>Your school cannot be reached; LearnUp goes on asking.</source>
        <translation>ඔබේ පාසල වෙත සම්බන්ධ විය නොහැක; LearnUp දිගටම විමසයි.</translation>
    </message>
    <message>
        <source>Your teacher has been asked. If the other computer stays silent, you go on at {time}.</source>
        <translation>ඔබේ ගුරුවරයාගෙන් විමසා ඇත. අනෙක් පරිගණකය නිහඬව සිටියහොත් ඔබට {time} ට ඉදිරියට යා හැක.</translation>
    </message>
    <message>
        <source>Your teacher wants you to go on there.</source>
        <translation>ඔබ එහිම ඉදිරියට යන ලෙස ඔබේ ගුරුවරයා කියයි.</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>වෙනත් පරිගණකයක්</translation>
    </message>
</context>
<context>
    <name>SeatRequest</name>
    <message>
        <source>Asks to go on with {device}</source>
        <translation>{device} සමඟ ඉදිරියට යාමට ඉල්ලයි</translation>
    </message>
    <message>
        <source>Compare the answers</source>
        <translation>පිළිතුරු සසඳන්න</translation>
    </message>
    <message>
        <source>Kept beside the journal, from another computer or after the end: {n}</source>
        <translation>සටහන් පොතට පසෙකින් තබා ඇති, වෙනත් පරිගණකයකින් හෝ අවසානයෙන් පසු: {n}</translation>
    </message>
    <message>
        <source>Let them go on there</source>
        <translation>එහි ඉදිරියට යාමට ඉඩ දෙන්න</translation>
    </message>
    <message>
        <source>Stay where they are</source>
        <translation>සිටින තැනම සිටින්න</translation>
    </message>
    <message>
        <source>The exam is open on {device}, which still answers. What was written there stays.</source>
        <translation>විභාගය {device} හි විවෘතව ඇති අතර එය තවමත් ප්‍රතිචාර දක්වයි. එහි ලියූ දේ රැඳේ.</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>වෙනත් පරිගණකයක්</translation>
    </message>
</context>
<context>
    <name>SectionPill</name>
    <message>
        <source>Section {name}</source>
        <translation>{name} කොටස</translation>
    </message>
    <message>
        <source>{section} · {time} left</source>
        <translation>{section} · ඉතිරි {time}</translation>
    </message>
</context>
<context>
    <name>SeminarRow</name>
    <message>
        <source>All {count} places are taken</source>
        <translation>ආසන {count}ම වෙන් කර ඇත</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>අවලංගුයි</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>පිරී ඇත</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>ආපසු දෙන්න</translation>
    </message>
    <message>
        <source>It does not take place.</source>
        <translation>එය නොපැවැත්වේ.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>ලියාපදිංචි වන්න</translation>
    </message>
    <message>
        <source>Registration closed {time}</source>
        <translation>ලියාපදිංචිය අවසන් වූයේ {time}</translation>
    </message>
    <message>
        <source>You can give your place back until {time}</source>
        <translation>{time} දක්වා ආසනය ආපසු දිය හැකිය</translation>
    </message>
    <message>
        <source>You have a place</source>
        <translation>ඔබට ආසනයක් ඇත</translation>
    </message>
    <message>
        <source>online</source>
        <translation>මාර්ගගත</translation>
    </message>
    <message>
        <source>{count} places left · register until {time}</source>
        <translation>ආසන {count}ක් ඉතිරියි · {time} දක්වා ලියාපදිංචි විය හැකිය</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>{size} a second</source>
        <translation>තත්පරයට {size}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>About</source>
        <translation>විස්තර</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>පිටපත් කළා</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation>සහාය සඳහා පිටපත් කරන්න</translation>
    </message>
    <message>
        <source>LearnUp Desktop</source>
        <translation>LearnUp Desktop</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>බලපත්‍ර</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>දත්ත ෆෝල්ඩරය අරින්න</translation>
    </message>
    <message>
        <source>School</source>
        <translation>පාසල</translation>
    </message>
    <message>
        <source>System</source>
        <translation>පද්ධතිය</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>ඊළඟ වර ඇරෙන විට බල පවත්වයි.</translation>
    </message>
    <message>
        <source>This value does not fit</source>
        <translation>මේ අගය ගැළපෙන්නේ නැත</translation>
    </message>
    <message>
        <source>What is stored on this computer lies in</source>
        <translation>මේ පරිගණකයේ ගබඩා කළ දේ ඇත්තේ</translation>
    </message>
    <message>
        <source>Where the data is: {folder}</source>
        <translation>දත්ත ඇති තැන: {folder}</translation>
    </message>
</context>
<context>
    <name>SharingBar</name>
    <message>
        <source>Stop showing</source>
        <translation>පෙන්වීම නවත්වන්න</translation>
    </message>
    <message>
        <source>The class sees your screen</source>
        <translation>පන්තිය ඔබේ තිරය දකී</translation>
    </message>
</context>
<context>
    <name>ShortEditor</name>
    <message>
        <source>Your answer, one line</source>
        <translation>ඔබේ පිළිතුර, එක් පේළියක්</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Pages</source>
        <translation>පිටු</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>වැඩසටහන</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>A new password</source>
        <translation>නව මුරපදයක්</translation>
    </message>
    <message>
        <source>Address of your school&apos;s server</source>
        <translation>ඔබේ පාසලේ සේවාදායක ලිපිනය</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>පරිපාලක</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>වෙනස් කරන්න</translation>
    </message>
    <message>
        <source>Change the school&apos;s address</source>
        <translation>පාසලේ ලිපිනය වෙනස් කරන්න</translation>
    </message>
    <message>
        <source>Code for support: {code}</source>
        <translation>සහාය කේතය: {code}</translation>
    </message>
    <message>
        <source>Demo school</source>
        <translation>ආදර්ශ පාසල</translation>
    </message>
    <message>
        <source>Forgot your password?</source>
        <translation>මුරපදය අමතකද?</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>භාෂාව</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>නම</translation>
    </message>
    <message>
        <source>Nothing here is real. Choose somebody to look around as them.</source>
        <translation>මෙහි කිසිවක් සැබෑ නැත. කෙනෙක් තෝරා ඔවුන් ලෙස වටපිට බලන්න.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>මුරපදය</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>පිවිසෙන්න</translation>
    </message>
    <message>
        <source>Sign in with it. Other devices were signed out.</source>
        <translation>එයින් පිවිසෙන්න. වෙනත් උපාංග ඉවත් කර ඇත.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>පිවිසෙමින්…</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>සිසුවා</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>ගුරුවරයා</translation>
    </message>
    <message>
        <source>The key of this server is the one you know.</source>
        <translation>මේ සේවාදායකයේ යතුර ඔබ හඳුනන එකයි.</translation>
    </message>
    <message>
        <source>This computer has no safe place for passwords: you stay signed in until LearnUp is closed.</source>
        <translation>මේ පරිගණකයේ මුරපද තැබීමට ආරක්ෂිත තැනක් නැත: LearnUp වසන තුරු ඔබ පිවිසී සිටී.</translation>
    </message>
    <message>
        <source>Trust the new key and sign in</source>
        <translation>නව යතුර විශ්වාස කර පිවිසෙන්න</translation>
    </message>
    <message>
        <source>Type your name.</source>
        <translation>ඔබේ නම ලියන්න.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>ඔබේ මුරපදය ලියන්න.</translation>
    </message>
    <message>
        <source>Use what is on this computer</source>
        <translation>මේ පරිගණකයේ ඇති දේ භාවිත කරන්න</translation>
    </message>
    <message>
        <source>Where is your school? Type its address.</source>
        <translation>ඔබේ පාසල කොහේද? එහි ලිපිනය ලියන්න.</translation>
    </message>
    <message>
        <source>Your password is new</source>
        <translation>ඔබේ මුරපදය අලුත් ය</translation>
    </message>
    <message>
        <source>for example learnup.school.lk</source>
        <translation>උදා: learnup.school.lk</translation>
    </message>
</context>
<context>
    <name>SittingBar</name>
    <message>
        <source>A practice paper: its marks do not count</source>
        <translation>පුහුණු ප්‍රශ්න පත්‍රයක්: ලකුණු ගණන් නොගැනේ</translation>
    </message>
    <message>
        <source>Language of the paper: {language}</source>
        <translation>ප්‍රශ්න පත්‍රයේ භාෂාව: {language}</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>පිටවන්න</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>පුහුණුව</translation>
    </message>
    <message>
        <source>Time left, by the server&apos;s clock</source>
        <translation>ඉතිරි කාලය, සේවාදායකයේ ඔරලෝසුවට අනුව</translation>
    </message>
</context>
<context>
    <name>SittingPage</name>
    <message>
        <source>Exam</source>
        <translation>විභාගය</translation>
    </message>
    <message>
        <source>Your exam is open in this window.</source>
        <translation>ඔබේ විභාගය මේ කවුළුවේ ඇරී ඇත.</translation>
    </message>
</context>
<context>
    <name>SittingView</name>
    <message>
        <source>1 mark</source>
        <translation>ලකුණු 1</translation>
    </message>
    <message>
        <source>Exam: {title}</source>
        <translation>විභාගය: {title}</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>අවසන් කරන්න</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>සලකුණු කරන්න</translation>
    </message>
    <message>
        <source>Flag this question to come back to it (F)</source>
        <translation>පසුව නැවත බැලීමට මේ ප්‍රශ්නය සලකුණු කරන්න (F)</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>සලකුණු කළ</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>ඊළඟ</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>ඊළඟ කොටස</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>පෙර</translation>
    </message>
    <message>
        <source>Question map</source>
        <translation>ප්‍රශ්න සිතියම</translation>
    </message>
    <message>
        <source>Question {n} · {marks}</source>
        <translation>ප්‍රශ්නය {n} · {marks}</translation>
    </message>
    <message>
        <source>The clock stands still. You can go on when your teacher says so.</source>
        <translation>ඔරලෝසුව නවතා ඇත. ගුරුවරයා කී විට දිගටම කළ හැක.</translation>
    </message>
    <message>
        <source>You can read, but not write here</source>
        <translation>ඔබට කියවිය හැක, නමුත් මෙහි ලිවිය නොහැක</translation>
    </message>
    <message>
        <source>You have {length} more.</source>
        <translation>ඔබට තව {length}ක් ලැබුණා.</translation>
    </message>
    <message>
        <source>Your teacher has paused the exam</source>
        <translation>ගුරුවරයා විභාගය නවතා තබා ඇත</translation>
    </message>
    <message>
        <source>{advice} Keep LearnUp open: your answers are kept in memory and saved as soon as possible.</source>
        <translation>{advice} LearnUp වසන්න එපා: ඔබේ පිළිතුරු මතකයේ තබා, හැකි ඉක්මනින් සුරැකේ.</translation>
    </message>
    <message>
        <source>{name} · Index {number}</source>
        <translation>{name} · අංකය {number}</translation>
    </message>
    <message>
        <source>{n} marks</source>
        <translation>ලකුණු {n}</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{total}න් {n}</translation>
    </message>
</context>
<context>
    <name>StatePill</name>
    <message>
        <source>Needs attention {count}</source>
        <translation>අවධානය ඕනෑ {count}</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>නොබැඳි</translation>
    </message>
    <message>
        <source>Offline · as of {time}</source>
        <translation>නොබැඳි · {time} වන විට</translation>
    </message>
    <message>
        <source>Offline · {count} waiting</source>
        <translation>නොබැඳි · රැඳී ඇත {count}</translation>
    </message>
    <message>
        <source>Online · all saved</source>
        <translation>සබැඳි · සියල්ල සුරැකි</translation>
    </message>
    <message>
        <source>Saving {count}…</source>
        <translation>සුරකිමින් {count}…</translation>
    </message>
    <message>
        <source>Sign in to sync</source>
        <translation>යැවීමට පිවිසෙන්න</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Code for support: {code}</source>
        <translation>සහාය කේතය: {code}</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>ලබා ගනිමින්</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>තවම මෙහි කිසිවක් නැත</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>නැවත උත්සාහ කරන්න</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>ඔබ නොබැඳිව සිටී.</translation>
    </message>
    <message>
        <source>You are offline. This is as of {time}.</source>
        <translation>ඔබ නොබැඳිව සිටී. මේ {time} වන විට තිබූ තත්ත්වයයි.</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>{setting}: less</source>
        <translation>{setting}: අඩු කරන්න</translation>
    </message>
    <message>
        <source>{setting}: more</source>
        <translation>{setting}: වැඩි කරන්න</translation>
    </message>
</context>
<context>
    <name>StudentCard</name>
    <message>
        <source>Absent</source>
        <translation>නොපැමිණි</translation>
    </message>
    <message>
        <source>Every mark of this student in this lesson (F5)</source>
        <translation>මෙම පාඩමේ මෙම සිසුවාගේ සියලු සලකුණු (F5)</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>අවසර ලත්</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>පවුල</translation>
    </message>
    <message>
        <source>History of marks</source>
        <translation>සලකුණු ඉතිහාසය</translation>
    </message>
    <message>
        <source>Ill</source>
        <translation>අසනීප</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>ප්‍රමාද</translation>
    </message>
    <message>
        <source>Minutes late</source>
        <translation>ප්‍රමාද මිනිත්තු</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>සටහන</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>පැමිණ ඇත</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>හේතුව</translation>
    </message>
    <message>
        <source>School duty</source>
        <translation>පාසල් වැඩ</translation>
    </message>
</context>
<context>
    <name>StudentsView</name>
    <message>
        <source>Publish marks…</source>
        <translation>ලකුණු ප්‍රකාශ කරන්න…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV ලෙස සුරකින්න…</translation>
    </message>
    <message>
        <source>This exam was cancelled. What was written is kept.</source>
        <translation>මෙම විභාගය අවලංගු කරන ලදී. ලියූ දේ තබාගෙන ඇත.</translation>
    </message>
    <message>
        <source>did not sit it</source>
        <translation>පෙනී සිටියේ නැත</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>ප්‍රකාශ කර නැත</translation>
    </message>
    <message>
        <source>place {n}</source>
        <translation>{n} වන ස්ථානය</translation>
    </message>
    <message>
        <source>published {time}</source>
        <translation>ප්‍රකාශ කළේ {time}</translation>
    </message>
    <message>
        <source>still writing</source>
        <translation>තවම ලියමින්</translation>
    </message>
    <message>
        <source>was told {n}</source>
        <translation>දැන්වූයේ {n}</translation>
    </message>
    <message>
        <source>{n} answers wait for a mark</source>
        <translation>ලකුණු බලාපොරොත්තු පිළිතුරු {n}</translation>
    </message>
    <message>
        <source>{n} have other marks than they were told</source>
        <translation>{n} දෙනෙකුගේ ලකුණු දැන්වූ ඒවාට වඩා වෙනස්ය</translation>
    </message>
    <message>
        <source>{n} of {all} have finished</source>
        <translation>{all} දෙනාගෙන් {n} දෙනෙක් අවසන් කළහ</translation>
    </message>
    <message>
        <source>{n} set aside</source>
        <translation>පසෙකට තැබූ {n}</translation>
    </message>
    <message>
        <source>{n} so far</source>
        <translation>දැනට {n}</translation>
    </message>
</context>
<context>
    <name>StudyPage</name>
    <message>
        <source>By {moment}</source>
        <translation>{moment} වන විට</translation>
    </message>
    <message>
        <source>Cards of the coming days</source>
        <translation>ඉදිරි දිනවල කාඩ්පත්</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>ළඟදීම</translation>
    </message>
    <message>
        <source>Documents opened in the last seven days: {count}</source>
        <translation>පසුගිය දින හතේ විවෘත කළ ලේඛන: {count}</translation>
    </message>
    <message>
        <source>Exam, open until {moment}</source>
        <translation>විභාගය, {moment} දක්වා විවෘතයි</translation>
    </message>
    <message>
        <source>Exam, {moment}</source>
        <translation>විභාගය, {moment}</translation>
    </message>
    <message>
        <source>Flashcards</source>
        <translation>මතක කාඩ්පත්</translation>
    </message>
    <message>
        <source>Look at them now</source>
        <translation>දැන් බලන්න</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>පාඩම් ද්‍රව්‍ය</translation>
    </message>
    <message>
        <source>No cards wait</source>
        <translation>බැලීමට කාඩ්පත් නැත</translation>
    </message>
    <message>
        <source>No cards yet</source>
        <translation>තවම කාඩ්පත් නැත</translation>
    </message>
    <message>
        <source>No exam and nothing to hand in within the next four weeks.</source>
        <translation>ඉදිරි සති හතරේ විභාගයක් හෝ භාර දීමට දෙයක් නැත.</translation>
    </message>
    <message>
        <source>None of your cards comes round in these days.</source>
        <translation>මෙම දිනවල ඔබේ කාඩ්පත් කිසිවක් නොඑයි.</translation>
    </message>
    <message>
        <source>Not read yet: {names}</source>
        <translation>තවම කියවා නැත: {names}</translation>
    </message>
    <message>
        <source>One card waits</source>
        <translation>එක් කාඩ්පතක් ඇත</translation>
    </message>
    <message>
        <source>One look at a card</source>
        <translation>එක් වරක් කාඩ්පතක් බැලුවා</translation>
    </message>
    <message>
        <source>Practice, open until {moment}</source>
        <translation>පුහුණුව, {moment} දක්වා විවෘතයි</translation>
    </message>
    <message>
        <source>Practice, {moment}</source>
        <translation>පුහුණුව, {moment}</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>දිගටම කියවන්න</translation>
    </message>
    <message>
        <source>Read to the end: {read} of {count} documents</source>
        <translation>අවසානය දක්වා කියවූ ලේඛන: {count}න් {read}</translation>
    </message>
    <message>
        <source>Select words in a document and make a card of them. It comes round before you forget it.</source>
        <translation>ලේඛනයක වචන තෝරා ඒවායින් කාඩ්පතක් සාදන්න. අමතක වීමට පෙර එය නැවත එයි.</translation>
    </message>
    <message>
        <source>The last two weeks</source>
        <translation>පසුගිය සති දෙක</translation>
    </message>
    <message>
        <source>You have looked at {count} today.</source>
        <translation>ඔබ අද {count}ක් බැලුවා.</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>ආරම්භ කර නැත</translation>
    </message>
    <message>
        <source>{count} cards in all, {fresh} of them new.</source>
        <translation>මුළු කාඩ්පත් {count}, එයින් {fresh}ක් අලුත්.</translation>
    </message>
    <message>
        <source>{count} cards wait</source>
        <translation>කාඩ්පත් {count}ක් ඇත</translation>
    </message>
    <message>
        <source>{count} looks at cards</source>
        <translation>කාඩ්පත් බැලූ වාර {count}</translation>
    </message>
    <message>
        <source>{count} more can wait for tomorrow: that is the limit in your settings.</source>
        <translation>තවත් {count}ක් හෙට තෙක් තැබිය හැකිය: එය ඔබේ සැකසුම්වල සීමාවයි.</translation>
    </message>
    <message>
        <source>{share} of those learned before were known</source>
        <translation>පෙර ඉගෙන ගත් ඒවායින් {share} දැන සිටියා</translation>
    </message>
    <message>
        <source>{share} read</source>
        <translation>{share} කියවා ඇත</translation>
    </message>
    <message>
        <source>{time} with cards</source>
        <translation>කාඩ්පත් සමඟ {time}</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Absent</source>
        <translation>නොපැමිණි</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>අවසර ලත්</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>ප්‍රමාද</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>සලකුණු කර නැත</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>පැමිණ ඇත</translation>
    </message>
    <message>
        <source>{marked} of {total} marked</source>
        <translation>{total}න් {marked}ක් සලකුණු කළා</translation>
    </message>
</context>
<context>
    <name>TextViewer</name>
    <message>
        <source>Text</source>
        <translation>පාඨය</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>Tomorrow {time}</source>
        <translation>හෙට {time}</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>ඊයේ {time}</translation>
    </message>
    <message>
        <source>in {length}</source>
        <translation>තව {length}කින්</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>මේ දැන්</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>පැය {hours} මිනිත්තු {minutes}</translation>
    </message>
    <message>
        <source>{length} ago</source>
        <translation>{length}කට පෙර</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>දින {n}</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>පැය {n}</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>මිනිත්තු {n}</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>තත්පර {n}</translation>
    </message>
</context>
<context>
    <name>TimetablePage</name>
    <message>
        <source>.ics</source>
        <translation>.ics</translation>
    </message>
    <message>
        <source>A copy shows the timetable as it is now. A kept file follows every change: add it once to your calendar.</source>
        <translation>පිටපතක් දැන් ඇති කාලසටහන පෙන්වයි. තබාගත් ගොනුවක් සෑම වෙනසක්ම අනුගමනය කරයි: එය ඔබේ දින දර්ශනයට එක් වරක් එක් කරන්න.</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>දින දර්ශනය (*.ics)</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>අවලංගුයි</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>වෙනස් විය</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>දිනය</translation>
    </message>
    <message>
        <source>Earlier (Page Up)</source>
        <translation>කලින් (Page Up)</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>අදට යන්න</translation>
    </message>
    <message>
        <source>It is fetched as soon as there is a network.</source>
        <translation>ජාලය ලැබුණු වහාම එය ලබා ගනී.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>එක් වන්න</translation>
    </message>
    <message>
        <source>Keep a file up to date</source>
        <translation>ගොනුවක් යාවත්කාලීනව තබන්න</translation>
    </message>
    <message>
        <source>Keep the timetable up to date in a file</source>
        <translation>කාලසටහන ගොනුවක යාවත්කාලීනව තබන්න</translation>
    </message>
    <message>
        <source>Kept up to date: {path}</source>
        <translation>යාවත්කාලීනව තබන්නේ: {path}</translation>
    </message>
    <message>
        <source>Later (Page Down)</source>
        <translation>පසුව (Page Down)</translation>
    </message>
    <message>
        <source>LearnUp timetable</source>
        <translation>LearnUp කාලසටහන</translation>
    </message>
    <message>
        <source>Look at other days with the arrows above.</source>
        <translation>ඉහළ ඊතලවලින් වෙනත් දින බලන්න.</translation>
    </message>
    <message>
        <source>Mark attendance</source>
        <translation>පැමිණීම සලකුණු කරන්න</translation>
    </message>
    <message>
        <source>Moved from {time}</source>
        <translation>කලින් {time}</translation>
    </message>
    <message>
        <source>No lessons in this week</source>
        <translation>මේ සතියේ පාඩම් නැත</translation>
    </message>
    <message>
        <source>No lessons on this day</source>
        <translation>මේ දිනයේ පාඩම් නැත</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>මාර්ගගත</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>පිටපතක් සුරකින්න</translation>
    </message>
    <message>
        <source>Save the timetable</source>
        <translation>කාලසටහන සුරකින්න</translation>
    </message>
    <message>
        <source>Save the timetable for another calendar</source>
        <translation>වෙනත් දින දර්ශනයකට කාලසටහන සුරකින්න</translation>
    </message>
    <message>
        <source>Stop keeping it</source>
        <translation>තවදුරටත් නොතබන්න</translation>
    </message>
    <message>
        <source>The file is no longer kept up to date</source>
        <translation>ගොනුව තවදුරටත් යාවත්කාලීන නොවේ</translation>
    </message>
    <message>
        <source>The timetable is kept up to date in a file</source>
        <translation>කාලසටහන ගොනුවක යාවත්කාලීනව පවතී</translation>
    </message>
    <message>
        <source>The timetable is not on this computer yet</source>
        <translation>කාලසටහන තවම මේ පරිගණකයේ නැත</translation>
    </message>
    <message>
        <source>The timetable was saved</source>
        <translation>කාලසටහන සුරැකුණා</translation>
    </message>
    <message>
        <source>Timetable for another calendar</source>
        <translation>වෙනත් දින දර්ශනයකට කාලසටහන</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>අද</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>සතිය</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>{time} වන විට</translation>
    </message>
    <message>
        <source>moved to {time}</source>
        <translation>දැන් {time}</translation>
    </message>
    <message>
        <source>was {time}</source>
        <translation>කලින් {time}</translation>
    </message>
    <message>
        <source>{room} (was {before})</source>
        <translation>{room} (කලින් {before})</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>වසන්න</translation>
    </message>
    <message>
        <source>Code for support: {code}</source>
        <translation>සහාය කේතය: {code}</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Everything for tomorrow is on its way</source>
        <translation>හෙට සඳහා සියල්ල බාගත වෙමින් පවතී</translation>
    </message>
    <message>
        <source>The library shows how far it is.</source>
        <translation>ප්‍රගතිය පුස්තකාලයේ පෙන්වයි.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>අද</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>හෙට</translation>
    </message>
</context>
<context>
    <name>TomorrowCard</name>
    <message>
        <source>1 file</source>
        <translation>ගොනු 1</translation>
    </message>
    <message>
        <source>Everything for tomorrow</source>
        <translation>හෙට සඳහා සියල්ල</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>ලබා ගන්න</translation>
    </message>
    <message>
        <source>about {length} on this line</source>
        <translation>මෙම සම්බන්ධතාවෙන් {length} පමණ</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>ගොනු {count}</translation>
    </message>
</context>
<context>
    <name>TooOldPage</name>
    <message>
        <source>Ask whoever looks after this computer to install it.</source>
        <translation>එය ස්ථාපනය කරන ලෙස මෙම පරිගණකය භාර අයගෙන් ඉල්ලන්න.</translation>
    </message>
    <message>
        <source>Go on without the school</source>
        <translation>පාසල නැතිව ඉදිරියට</translation>
    </message>
    <message>
        <source>It comes by itself: close LearnUp, wait a few minutes and open it again.</source>
        <translation>එය තනිවම ලැබේ: LearnUp වසා, මිනිත්තු කිහිපයක් සිට නැවත විවෘත කරන්න.</translation>
    </message>
    <message>
        <source>LearnUp needs its new version</source>
        <translation>LearnUp හි නව අනුවාදය අවශ්‍යයි</translation>
    </message>
    <message>
        <source>This is version {own}; your school works with {needed} or newer. {what}

Everything you wrote is kept on this computer and is sent by the new version. What is here can be used meanwhile.</source>
        <translation>මෙය {own} අනුවාදයයි; ඔබේ පාසල {needed} හෝ ඊට නව අනුවාද භාවිත කරයි. {what}

ඔබ ලියූ සියල්ල මෙම පරිගණකයේ ඇති අතර නව අනුවාදය මගින් යවනු ලැබේ. මෙහි ඇති දේ මේ අතර භාවිත කළ හැකිය.</translation>
    </message>
</context>
<context>
    <name>ToolPanel</name>
    <message>
        <source>Calculator</source>
        <translation>ගණක යන්ත්‍රය</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>වසන්න</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search pages, classes, notes</source>
        <translation>පිටු, පන්ති, සටහන් සොයන්න</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Close</source>
        <translation>වසන්න</translation>
    </message>
    <message>
        <source>For a hall without a network. Read it out when the exam begins, and not before: who has it can open the paper.</source>
        <translation>ජාලයක් නැති ශාලාවක් සඳහා. විභාගය ආරම්භ වන විට පමණක් එය කියවන්න, ඊට පෙර නොවේ: එය ඇති අයට ප්‍රශ්න පත්‍රය විවෘත කළ හැක.</translation>
    </message>
    <message>
        <source>The code as a QR code</source>
        <translation>QR කේතයක් ලෙස කේතය</translation>
    </message>
    <message>
        <source>Unlock code</source>
        <translation>අගුළු හැරීමේ කේතය</translation>
    </message>
</context>
<context>
    <name>UnlockPanel</name>
    <message>
        <source>Is there no network in your hall? The invigilator has a code that opens this exam&apos;s paper.</source>
        <translation>ඔබේ ශාලාවේ ජාලයක් නැද්ද? මෙම විභාගයේ ප්‍රශ්න පත්‍රය විවෘත කරන කේතයක් නිරීක්ෂක සතුව ඇත.</translation>
    </message>
    <message>
        <source>Read the QR code with the camera</source>
        <translation>කැමරාවෙන් QR කේතය කියවන්න</translation>
    </message>
    <message>
        <source>Start with the code</source>
        <translation>කේතය සමඟ ආරම්භ කරන්න</translation>
    </message>
    <message>
        <source>Stop the camera</source>
        <translation>කැමරාව නවත්වන්න</translation>
    </message>
    <message>
        <source>This code is right, but it no longer opens the paper on this PC: the paper was replaced meanwhile. Tell the invigilator.</source>
        <translation>මෙම කේතය නිවැරදියි, නමුත් එයින් මෙම පරිගණකයේ ප්‍රශ්න පත්‍රය තවදුරටත් විවෘත නොවේ: ඒ අතර පත්‍රය මාරු කර ඇත. නිරීක්ෂකට කියන්න.</translation>
    </message>
    <message>
        <source>This is not the code of this exam. Please compare it group by group.</source>
        <translation>මෙය මෙම විභාගයේ කේතය නොවේ. කරුණාකර කණ්ඩායමෙන් කණ්ඩායම සසඳන්න.</translation>
    </message>
    <message>
        <source>Unlock code</source>
        <translation>අගුළු හැරීමේ කේතය</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>It is used when you open LearnUp the next time.</source>
        <translation>ඔබ ඊළඟ වර LearnUp විවෘත කරන විට එය භාවිත වේ.</translation>
    </message>
    <message>
        <source>LearnUp {version} is here</source>
        <translation>LearnUp {version} ලැබී ඇත</translation>
    </message>
</context>
<context>
    <name>UploadRow</name>
    <message>
        <source>Do not put up {title}</source>
        <translation>{title} පළ නොකරන්න</translation>
    </message>
    <message>
        <source>Go on with {title}</source>
        <translation>{title} දිගටම කරන්න</translation>
    </message>
    <message>
        <source>Pause {title}</source>
        <translation>{title} නවතා තබන්න</translation>
    </message>
    <message>
        <source>Paused · {progress}</source>
        <translation>නවතා ඇත · {progress}</translation>
    </message>
    <message>
        <source>Waits for the network · {progress}</source>
        <translation>ජාලය එනතුරු රැඳී සිටී · {progress}</translation>
    </message>
    <message>
        <source>{here} of {size} at school</source>
        <translation>{size} න් {here} පාසලේ</translation>
    </message>
</context>
<context>
    <name>WarningCard</name>
    <message>
        <source>I have read it</source>
        <translation>මම කියෙව්වා</translation>
    </message>
</context>
<context>
    <name>WarningList</name>
    <message>
        <source>{n} more to read</source>
        <translation>කියවීමට තව {n}ක් ඇත</translation>
    </message>
</context>
<context>
    <name>_Times</name>
    <message>
        <source>was {time}</source>
        <translation>කලින් {time}</translation>
    </message>
</context>
</TS>
