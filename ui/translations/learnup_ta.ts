<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ta_LK" sourcelanguage="en_GB">
<context>
    <name>Absences</name>
    <message>
        <source>You were marked absent</source>
        <translation>நீங்கள் வரவில்லை எனக் குறிக்கப்பட்டுள்ளது</translation>
    </message>
    <message>
        <source>Your attendance was corrected</source>
        <translation>உங்கள் வரவு திருத்தப்பட்டது</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Administrator</source>
        <translation>நிர்வாகி</translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation>குறைந்தது {count} எழுத்துகள்.</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>கடவுச்சொல்லை மாற்று</translation>
    </message>
    <message>
        <source>Everything you wrote is at school. What is stored on this computer stays for your next visit.</source>
        <translation>நீங்கள் எழுதிய அனைத்தும் பாடசாலையில் உள்ளன. இந்தக் கணினியில் உள்ளவை அடுத்த முறைக்காக அப்படியே இருக்கும்.</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>தரம்</translation>
    </message>
    <message>
        <source>Index number</source>
        <translation>சுட்டெண்</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>மொழிமூலம்</translation>
    </message>
    <message>
        <source>Name to sign in with</source>
        <translation>உள்நுழையும் பெயர்</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>புதிய கடவுச்சொல்</translation>
    </message>
    <message>
        <source>No device is signed in</source>
        <translation>எந்தச் சாதனமும் உள்நுழைந்திருக்கவில்லை</translation>
    </message>
    <message>
        <source>One thing you wrote is only on this computer. It stays here and is sent after you sign in again on this computer.</source>
        <translation>நீங்கள் எழுதிய ஒரு விடயம் இந்தக் கணினியில் மட்டுமே உள்ளது. அது இங்கேயே இருந்து, இதே கணினியில் மீண்டும் உள்நுழைந்ததும் அனுப்பப்படும்.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>கடவுச்சொல்</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>தற்போதைய கடவுச்சொல்</translation>
    </message>
    <message>
        <source>School</source>
        <translation>பாடசாலை</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>வெளியேறு</translation>
    </message>
    <message>
        <source>Sign out of LearnUp?</source>
        <translation>LearnUp-இலிருந்து வெளியேறவா?</translation>
    </message>
    <message>
        <source>Sign out {device}</source>
        <translation>{device} வெளியேற்று</translation>
    </message>
    <message>
        <source>Signed-in devices</source>
        <translation>உள்நுழைந்த சாதனங்கள்</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>வெளியேறாமல் இரு</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>மாணவர்</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>ஆசிரியர்</translation>
    </message>
    <message>
        <source>The password was changed</source>
        <translation>கடவுச்சொல் மாற்றப்பட்டது</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>இந்தக் கணினி</translation>
    </message>
    <message>
        <source>This computer has no safe place for passwords</source>
        <translation>இந்தக் கணினியில் கடவுச்சொற்களுக்குப் பாதுகாப்பான இடம் இல்லை</translation>
    </message>
    <message>
        <source>This password is too easy to guess. Choose a longer one.</source>
        <translation>இந்தக் கடவுச்சொல்லை எளிதில் ஊகிக்கலாம். இதைவிட நீளமான ஒன்றைத் தேர்ந்தெடுக்கவும்.</translation>
    </message>
    <message>
        <source>Type your present password.</source>
        <translation>தற்போதைய கடவுச்சொல்லை எழுதுங்கள்.</translation>
    </message>
    <message>
        <source>Unnamed device</source>
        <translation>பெயரில்லாத சாதனம்</translation>
    </message>
    <message>
        <source>You stay signed in until LearnUp is closed, and sign in again next time.</source>
        <translation>LearnUp-ஐ மூடும் வரை உள்நுழைந்திருப்பீர்கள்; அடுத்த முறை மீண்டும் உள்நுழையுங்கள்.</translation>
    </message>
    <message>
        <source>last seen {time}</source>
        <translation>கடைசியாக {time}</translation>
    </message>
    <message>
        <source>{count} things you wrote are only on this computer. They stay here and are sent after you sign in again on this computer.</source>
        <translation>நீங்கள் எழுதிய {count} விடயங்கள் இந்தக் கணினியில் மட்டுமே உள்ளன. அவை இங்கேயே இருந்து, இதே கணினியில் மீண்டும் உள்நுழைந்ததும் அனுப்பப்படும்.</translation>
    </message>
</context>
<context>
    <name>AnalysisView</name>
    <message>
        <source>Loading…</source>
        <translation>ஏற்றப்படுகிறது…</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>புள்ளிகள்</translation>
    </message>
    <message>
        <source>Nobody&apos;s answers are wholly marked yet.</source>
        <translation>இன்னும் எவருடைய விடைகளுக்கும் முழுமையாகப் புள்ளி இடப்படவில்லை.</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>வினா {number}</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>வினாக்கள்</translation>
    </message>
    <message>
        <source>Solved: the share of the marks that was earned. Separates: how much better the best 27 % did than the weakest 27 %.</source>
        <translation>தீர்த்தது: பெற்ற புள்ளிகளின் பங்கு. வேறுபடுத்துவது: சிறந்த 27 % பின்தங்கிய 27 % ஐ விட எவ்வளவு நன்றாகச் செய்தது.</translation>
    </message>
    <message>
        <source>answered by {n} of {all}</source>
        <translation>{all} பேரில் {n} பேர் விடையளித்தனர்</translation>
    </message>
    <message>
        <source>chosen: {list}</source>
        <translation>தெரிவு: {list}</translation>
    </message>
    <message>
        <source>easy</source>
        <translation>எளிது</translation>
    </message>
    <message>
        <source>from {low} to {high}</source>
        <translation>{low} முதல் {high} வரை</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>கடினம்</translation>
    </message>
    <message>
        <source>look at it: the weaker did better</source>
        <translation>பாருங்கள்: பின்தங்கியோர் நன்றாகச் செய்தனர்</translation>
    </message>
    <message>
        <source>mean {n} of {all}</source>
        <translation>சராசரி {all} இல் {n}</translation>
    </message>
    <message>
        <source>middle {n}</source>
        <translation>இடையம் {n}</translation>
    </message>
    <message>
        <source>reliability {n}</source>
        <translation>நம்பகத்தன்மை {n}</translation>
    </message>
    <message>
        <source>separates little</source>
        <translation>குறைவாக வேறுபடுத்துகிறது</translation>
    </message>
    <message>
        <source>separates {n}</source>
        <translation>வேறுபடுத்துவது {n}</translation>
    </message>
    <message>
        <source>solved {n}</source>
        <translation>தீர்த்தது {n}</translation>
    </message>
    <message>
        <source>spread {n}</source>
        <translation>விலகல் {n}</translation>
    </message>
    <message>
        <source>with the rest {n}</source>
        <translation>மற்றவற்றுடன் {n}</translation>
    </message>
    <message>
        <source>{n} students</source>
        <translation>{n} மாணவர்</translation>
    </message>
    <message>
        <source>{n} students wholly marked</source>
        <translation>முழுமையாகப் புள்ளி பெற்ற மாணவர் {n}</translation>
    </message>
</context>
<context>
    <name>AnnouncementsCard</name>
    <message>
        <source>Announcements</source>
        <translation>அறிவித்தல்கள்</translation>
    </message>
    <message>
        <source>Unread · {count}</source>
        <translation>படிக்காதவை · {count}</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>A damaged file could not be read. It is kept for support.</source>
        <translation>பழுதடைந்த கோப்பைப் படிக்க முடியவில்லை. உதவிக்காக அது வைக்கப்பட்டுள்ளது.</translation>
    </message>
    <message>
        <source>A damaged file was repaired. What you wrote is there.</source>
        <translation>பழுதடைந்த ஒரு கோப்பு சரிசெய்யப்பட்டது. நீங்கள் எழுதியவை அப்படியே உள்ளன.</translation>
    </message>
    <message>
        <source>A damaged file was replaced by its last backup.</source>
        <translation>பழுதடைந்த கோப்புக்குப் பதிலாக அதன் கடைசிக் காப்பு வைக்கப்பட்டது.</translation>
    </message>
    <message>
        <source>The demo school is starting…</source>
        <translation>மாதிரிப் பாடசாலை தொடங்குகிறது…</translation>
    </message>
    <message>
        <source>The first time this takes a few seconds.</source>
        <translation>முதல் முறை சில வினாடிகள் ஆகும்.</translation>
    </message>
    <message>
        <source>They are as new. What was there is kept in {file}.</source>
        <translation>அவை புதிதாகத் தொடங்கியுள்ளன. முன்பு இருந்தவை {file} இல் உள்ளன.</translation>
    </message>
    <message>
        <source>Your settings could not be read</source>
        <translation>உங்கள் அமைப்புகளைப் படிக்க முடியவில்லை</translation>
    </message>
</context>
<context>
    <name>ApprovalPage</name>
    <message>
        <source>Agreed {when}</source>
        <translation>சம்மதித்தது {when}</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>அனுமதி</translation>
    </message>
    <message>
        <source>Faces to approve</source>
        <translation>முக அனுமதி</translation>
    </message>
    <message>
        <source>Is this the student? Approve only whom you know. The photograph is used for nothing else.</source>
        <translation>இவர்தான் அந்த மாணவரா? உங்களுக்குத் தெரிந்தவர்களை மட்டும் அனுமதியுங்கள். புகைப்படம் வேறெதற்கும் பயன்படாது.</translation>
    </message>
    <message>
        <source>No photograph now</source>
        <translation>இப்போது புகைப்படம் இல்லை</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>யாரும் காத்திருக்கவில்லை</translation>
    </message>
    <message>
        <source>Photograph of {name}</source>
        <translation>{name} அவர்களின் புகைப்படம்</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>நிராகரி</translation>
    </message>
    <message>
        <source>Students enrol on their own computer; they appear here.</source>
        <translation>மாணவர்கள் தங்கள் கணினியில் பதிவு செய்ததும் இங்கே தோன்றுவர்.</translation>
    </message>
</context>
<context>
    <name>ArrangementDialog</name>
    <message>
        <source>Arrange</source>
        <translation>ஏற்பாடு செய்</translation>
    </message>
    <message>
        <source>Arranged for {name}</source>
        <translation>{name}க்கான சிறப்பு ஏற்பாடுகள்</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ரத்து செய்</translation>
    </message>
    <message>
        <source>What is ticked is not recorded for this student, who sees it.</source>
        <translation>குறியிட்டவை இந்த மாணவருக்குப் பதிவு செய்யப்படாது; மாணவர் அதைக் காண்பார்.</translation>
    </message>
    <message>
        <source>Why (the student reads it)</source>
        <translation>காரணம் (மாணவர் இதைப் படிப்பார்)</translation>
    </message>
</context>
<context>
    <name>AsideCard</name>
    <message>
        <source>Arrived after the exam was handed in.</source>
        <translation>பரீட்சை ஒப்படைக்கப்பட்ட பின் வந்தது.</translation>
    </message>
    <message>
        <source>Arrived after the time was over.</source>
        <translation>நேரம் முடிந்த பின் வந்தது.</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>கணக்கில் உள்ளது</translation>
    </message>
    <message>
        <source>Decided by {name}, {time}</source>
        <translation>தீர்மானித்தவர் {name}, {time}</translation>
    </message>
    <message>
        <source>From an emergency file.</source>
        <translation>அவசரக் கோப்பிலிருந்து.</translation>
    </message>
    <message>
        <source>It counted until another answer was taken in its place.</source>
        <translation>வேறு விடை எடுக்கப்படும் வரை இது கணக்கில் இருந்தது.</translation>
    </message>
    <message>
        <source>Keep it aside</source>
        <translation>தனியே வைத்திருங்கள்</translation>
    </message>
    <message>
        <source>Let this one count</source>
        <translation>இதைக் கணக்கில் எடுங்கள்</translation>
    </message>
    <message>
        <source>Not in the form that the question asks for, or outside its section&apos;s time.</source>
        <translation>வினா கேட்கும் வடிவில் இல்லை, அல்லது அதன் பகுதியின் நேரத்துக்கு வெளியே.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>ஒன்றுமில்லை</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>தனியே வைக்கப்பட்டவை</translation>
    </message>
    <message>
        <source>The exam was cancelled.</source>
        <translation>பரீட்சை இரத்துச் செய்யப்பட்டது.</translation>
    </message>
    <message>
        <source>The question had been marked already; the mark was not changed.</source>
        <translation>வினாவுக்கு ஏற்கெனவே புள்ளி இடப்பட்டிருந்தது; அது மாறவில்லை.</translation>
    </message>
    <message>
        <source>The question was withdrawn.</source>
        <translation>வினா நீக்கப்பட்டது.</translation>
    </message>
    <message>
        <source>Why (stays in the record)</source>
        <translation>காரணம் (பதிவில் இருக்கும்)</translation>
    </message>
    <message>
        <source>Written on a computer that had lost its seat to another one.</source>
        <translation>இடத்தை வேறு கணினிக்கு இழந்த கணினியில் எழுதப்பட்டது.</translation>
    </message>
    <message>
        <source>arrived {time}</source>
        <translation>வந்தது {time}</translation>
    </message>
    <message>
        <source>counts now</source>
        <translation>இப்போது கணக்கில் உள்ளது</translation>
    </message>
    <message>
        <source>on {device}</source>
        <translation>{device} இல்</translation>
    </message>
    <message>
        <source>stays aside</source>
        <translation>தனியே உள்ளது</translation>
    </message>
    <message>
        <source>{length} after the end</source>
        <translation>முடிவுக்கு {length} பின்</translation>
    </message>
    <message>
        <source>{name} · question {number}</source>
        <translation>{name} · வினா {number}</translation>
    </message>
</context>
<context>
    <name>AsideView</name>
    <message>
        <source>Every answer that was written counts.</source>
        <translation>எழுதப்பட்ட எல்லா விடைகளும் கணக்கில் உள்ளன.</translation>
    </message>
    <message>
        <source>Nothing was set aside</source>
        <translation>எதுவும் தனியே வைக்கப்படவில்லை</translation>
    </message>
    <message>
        <source>What students wrote and what does not count by itself: it came late, from a computer that had lost its seat, or in an emergency file. Nothing is thrown away. You decide what counts.</source>
        <translation>மாணவர் எழுதியும் தானாகக் கணக்கில் வராதவை: தாமதமாக, இடத்தை இழந்த கணினியிலிருந்து, அல்லது அவசரக் கோப்பில் வந்தவை. எதுவும் எறியப்படுவதில்லை. எது கணக்கில் வரும் என நீங்களே தீர்மானிக்கிறீர்கள்.</translation>
    </message>
</context>
<context>
    <name>AttendancePage</name>
    <message>
        <source>Absent</source>
        <translation>வரவில்லை</translation>
    </message>
    <message>
        <source>All present</source>
        <translation>அனைவரும் வருகை</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>அட்டைகள்</translation>
    </message>
    <message>
        <source>Changed on another screen</source>
        <translation>வேறு திரையில் மாற்றப்பட்டது</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>விடுப்பு</translation>
    </message>
    <message>
        <source>Find by name or number</source>
        <translation>பெயர், எண் தேடு</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>இது சரியா?</translation>
    </message>
    <message>
        <source>It is fetched as soon as there is a network.</source>
        <translation>இணைப்பு வந்தவுடன் அது பெறப்படும்.</translation>
    </message>
    <message>
        <source>Join times</source>
        <translation>இணைந்த நேரங்கள்</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>தாமதம்</translation>
    </message>
    <message>
        <source>Late {minutes} min</source>
        <translation>{minutes} நிமி. தாமதம்</translation>
    </message>
    <message>
        <source>Lessons of the last seven days appear here.</source>
        <translation>கடந்த ஏழு நாட்களின் பாடங்கள் இங்கே தோன்றும்.</translation>
    </message>
    <message>
        <source>Mark by camera or photographs (F3)</source>
        <translation>கமரா அல்லது படங்களால் குறிக்க (F3)</translation>
    </message>
    <message>
        <source>Mark by student card (F2)</source>
        <translation>மாணவர் அட்டையால் குறிக்க (F2)</translation>
    </message>
    <message>
        <source>Mark by who was in the meeting (F6)</source>
        <translation>கூட்டத்தில் இருந்தோரைக் கொண்டு குறிக்கவும் (F6)</translation>
    </message>
    <message>
        <source>Marks everybody who has no mark yet (Ctrl A)</source>
        <translation>இன்னும் குறிக்கப்படாத அனைவரையும் குறிக்கும் (Ctrl A)</translation>
    </message>
    <message>
        <source>No lessons to mark</source>
        <translation>குறிக்கப் பாடங்கள் இல்லை</translation>
    </message>
    <message>
        <source>Other lesson</source>
        <translation>வேறு பாடம்</translation>
    </message>
    <message>
        <source>P present · L late · A absent · E excused · Del takes the mark away · arrows move · Enter minutes or note · type a name or / to find · Ctrl Z undo. Marks are kept on this PC and sent when the network is back.</source>
        <translation>P வருகை · L தாமதம் · A வரவில்லை · E அனுமதி · Del குறியை நீக்கும் · அம்புகள் நகர்த்தும் · Enter நிமிடங்கள் அல்லது குறிப்பு · தேட பெயர் அல்லது / தட்டவும் · Ctrl Z மீளவும். குறிகள் இக்கணினியில் வைக்கப்பட்டு வலையமைப்பு வந்ததும் அனுப்பப்படும்.</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>வருகை</translation>
    </message>
    <message>
        <source>Record and register of this class</source>
        <translation>இவ்வகுப்பின் பதிவும் வரவேடும்</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>மீண்டும் செய்</translation>
    </message>
    <message>
        <source>Roll call</source>
        <translation>பெயர் அழைப்பு</translation>
    </message>
    <message>
        <source>The roll of this class is not on this computer yet</source>
        <translation>இவ்வகுப்பின் பெயர்ப்பட்டியல் இன்னும் இந்தக் கணினியில் இல்லை</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>இன்று</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>செயல்தவிர்</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>{time} நிலவரப்படி</translation>
    </message>
    <message>
        <source>by camera</source>
        <translation>கமராவால்</translation>
    </message>
    <message>
        <source>by card</source>
        <translation>அட்டையால்</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>கையால்</translation>
    </message>
    <message>
        <source>by join time</source>
        <translation>இணைந்த நேரப்படி</translation>
    </message>
    <message>
        <source>camera {likeness}</source>
        <translation>கமரா {likeness}</translation>
    </message>
    <message>
        <source>last lesson: {state}</source>
        <translation>கடந்த பாடம்: {state}</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>ஏற்கப்படவில்லை</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>குறிக்கவில்லை</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>இன்னும் சேமிக்கப்படவில்லை</translation>
    </message>
    <message>
        <source>on this PC</source>
        <translation>இந்தக் கணினியில்</translation>
    </message>
    <message>
        <source>online</source>
        <translation>இணையவழி</translation>
    </message>
    <message>
        <source>{count} on the roll</source>
        <translation>{count} பேர்</translation>
    </message>
</context>
<context>
    <name>AttendanceRecord</name>
    <message>
        <source>absent several times in a row</source>
        <translation>தொடர்ந்து பலமுறை வரவில்லை</translation>
    </message>
    <message>
        <source>below what is required</source>
        <translation>தேவையான அளவுக்குக் குறைவு</translation>
    </message>
    <message>
        <source>missed many lessons</source>
        <translation>பல பாடங்கள் தவறின</translation>
    </message>
    <message>
        <source>often late</source>
        <translation>அடிக்கடி தாமதம்</translation>
    </message>
</context>
<context>
    <name>BlanksEditor</name>
    <message>
        <source>Choose…</source>
        <translation>தெரிவு செய்க…</translation>
    </message>
    <message>
        <source>Gap {n}</source>
        <translation>இடைவெளி {n}</translation>
    </message>
</context>
<context>
    <name>CalculatorPanel</name>
    <message>
        <source>Clear</source>
        <translation>அழி</translation>
    </message>
    <message>
        <source>Degrees</source>
        <translation>பாகை</translation>
    </message>
    <message>
        <source>Delete the last sign</source>
        <translation>கடைசிக் குறியை அழி</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>கோவை</translation>
    </message>
    <message>
        <source>For instance 2π√(0.8÷9.8)</source>
        <translation>எ.கா: 2π√(0.8÷9.8)</translation>
    </message>
    <message>
        <source>Radians</source>
        <translation>ஆரையன்</translation>
    </message>
    <message>
        <source>Result: {value}</source>
        <translation>விடை: {value}</translation>
    </message>
    <message>
        <source>Square root</source>
        <translation>வர்க்கமூலம்</translation>
    </message>
    <message>
        <source>The result is too large.</source>
        <translation>விடை மிகப் பெரியது.</translation>
    </message>
    <message>
        <source>This cannot be read. Look at the brackets and signs.</source>
        <translation>இதனைப் படிக்க முடியவில்லை. அடைப்புகளையும் குறிகளையும் பாருங்கள்.</translation>
    </message>
    <message>
        <source>This has no value, for instance a division by 0.</source>
        <translation>இதற்குப் பெறுமானம் இல்லை; எ.கா: 0 ஆல் வகுத்தல்.</translation>
    </message>
</context>
<context>
    <name>CameraPicture</name>
    <message>
        <source>Your camera&apos;s picture</source>
        <translation>உங்கள் கமராவின் படம்</translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>A card needs a question and an answer.</source>
        <translation>அட்டைக்கு ஒரு கேள்வியும் ஒரு விடையும் தேவை.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>விடை</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>இரத்துச் செய்</translation>
    </message>
    <message>
        <source>Hide the selected words</source>
        <translation>தெரிந்த சொற்களை மறை</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>கேள்வி</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>சேமி</translation>
    </message>
</context>
<context>
    <name>CardSheet</name>
    <message>
        <source>valid until {date}</source>
        <translation>{date} வரை செல்லும்</translation>
    </message>
</context>
<context>
    <name>CardsCard</name>
    <message>
        <source>Another program uses the camera. Close it and try again.</source>
        <translation>வேறொரு நிரல் கமராவைப் பயன்படுத்துகிறது. அதை மூடி மீண்டும் முயலவும்.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>கமரா</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>அட்டை</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>அட்டைகள்</translation>
    </message>
    <message>
        <source>Cards saved</source>
        <translation>அட்டைகள் சேமிக்கப்பட்டன</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>மூடு</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>ஆயத்தமாகிறது…</translation>
    </message>
    <message>
        <source>Hold each card to the scanner or the camera. Marks are by card; what you mark by hand stays.</source>
        <translation>ஒவ்வொரு அட்டையையும் வருடியிடம் அல்லது கேமராவிடம் காட்டவும். குறிகள் அட்டையால்; நீங்கள் கையால் குறித்தவை அப்படியே இருக்கும்.</translation>
    </message>
    <message>
        <source>Hold the card flat and try again.</source>
        <translation>அட்டையைத் தட்டையாகப் பிடித்து மீண்டும் முயலவும்.</translation>
    </message>
    <message>
        <source>Its signature is not ours. Nothing was marked.</source>
        <translation>அதன் கையொப்பம் எங்களுடையதல்ல. எதுவும் குறிக்கப்படவில்லை.</translation>
    </message>
    <message>
        <source>Late {minutes} min</source>
        <translation>{minutes} நிமி. தாமதம்</translation>
    </message>
    <message>
        <source>Marked by hand already; that stays.</source>
        <translation>ஏற்கனவே கையால் குறிக்கப்பட்டது; அது அப்படியே இருக்கும்.</translation>
    </message>
    <message>
        <source>Not a card of this school</source>
        <translation>இப்பாடசாலையின் அட்டை அல்ல</translation>
    </message>
    <message>
        <source>Not in this class</source>
        <translation>இவ்வகுப்பில் இல்லை</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>வருகை</translation>
    </message>
    <message>
        <source>Print cards</source>
        <translation>அட்டைகளை அச்சிடு</translation>
    </message>
    <message>
        <source>Save cards</source>
        <translation>அட்டைகளைச் சேமி</translation>
    </message>
    <message>
        <source>Stop camera</source>
        <translation>கமராவை நிறுத்து</translation>
    </message>
    <message>
        <source>That could not be read</source>
        <translation>அதைப் படிக்க முடியவில்லை</translation>
    </message>
    <message>
        <source>The camera gives no picture. Use the scanner, or mark by hand.</source>
        <translation>கேமரா படம் தரவில்லை. வருடியைப் பயன்படுத்தவும், அல்லது கையால் குறிக்கவும்.</translation>
    </message>
    <message>
        <source>The card is genuine, but its owner is not on this roll.</source>
        <translation>அட்டை உண்மையானது, ஆனால் உரியவர் இப்பட்டியலில் இல்லை.</translation>
    </message>
    <message>
        <source>The card is too old. Mark by hand, and print a new one.</source>
        <translation>அட்டை மிகப் பழையது. கையால் குறித்து புதியதை அச்சிடவும்.</translation>
    </message>
    <message>
        <source>This PC does not let LearnUp use the camera.</source>
        <translation>இக்கணினி LearnUp கமராவைப் பயன்படுத்த விடவில்லை.</translation>
    </message>
    <message>
        <source>This card has expired</source>
        <translation>இவ்வட்டை காலாவதியானது</translation>
    </message>
    <message>
        <source>This card was read already in this lesson.</source>
        <translation>இவ்வட்டை இப்பாடத்தில் ஏற்கனவே படிக்கப்பட்டது.</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>கேமரா காண்பது</translation>
    </message>
</context>
<context>
    <name>ClassRecordPage</name>
    <message>
        <source>Attended %</source>
        <translation>வரவு %</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>வகுப்பு</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>அனைவரும்</translation>
    </message>
    <message>
        <source>Index number</source>
        <translation>சுட்டெண்</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>விலகிய நாள்</translation>
    </message>
    <message>
        <source>Mark a lesson</source>
        <translation>பாடம் ஒன்றைக் குறிக்கவும்</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>பெயர்</translation>
    </message>
    <message>
        <source>No classes on this computer yet</source>
        <translation>இக்கணினியில் இன்னும் வகுப்புகள் இல்லை</translation>
    </message>
    <message>
        <source>No lesson of the last three months is marked</source>
        <translation>கடந்த மூன்று மாதங்களில் எந்தப் பாடமும் குறிக்கப்படவில்லை</translation>
    </message>
    <message>
        <source>No lessons in this month</source>
        <translation>இம்மாதத்தில் பாடங்கள் இல்லை</translation>
    </message>
    <message>
        <source>Nobody at the moment</source>
        <translation>தற்போது யாரும் இல்லை</translation>
    </message>
    <message>
        <source>One lesson marked, on {date}</source>
        <translation>ஒரு பாடம் குறிக்கப்பட்டுள்ளது, {date}</translation>
    </message>
    <message>
        <source>Page {n} of {all}</source>
        <translation>பக்கம் {n} / {all}</translation>
    </message>
    <message>
        <source>Register of a month</source>
        <translation>ஒரு மாத வரவேடு</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>CSV ஆகச் சேமிக்கவும்</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF ஆகச் சேமிக்கவும்</translation>
    </message>
    <message>
        <source>Save the register</source>
        <translation>வரவேட்டைச் சேமிக்கவும்</translation>
    </message>
    <message>
        <source>Saved in {name}</source>
        <translation>{name} இல் சேமிக்கப்பட்டது</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>அடுத்த மாதம்</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>முந்தைய மாதம்</translation>
    </message>
    <message>
        <source>The school&apos;s rule: under {required} attended, {missed} or more missed, {row} absences in a row, or late {late} times in the last ten. Shares count from {fewest} lessons on.</source>
        <translation>பாடசாலையின் விதி: வரவு {required} இற்குக் குறைவு, {missed} அல்லது கூடுதல் தவறியது, தொடர்ந்து {row} முறை வராமை, அல்லது கடைசிப் பத்தில் {late} முறை தாமதம். வீதங்கள் {fewest} பாடங்களிலிருந்து கணக்கிடப்படும்.</translation>
    </message>
    <message>
        <source>There in all</source>
        <translation>வந்தோர் தொகை</translation>
    </message>
    <message>
        <source>To look at · {count}</source>
        <translation>கவனிக்க · {count}</translation>
    </message>
    <message>
        <source>What this PC knows. With a network older lessons come, and who has left the class meanwhile.</source>
        <translation>இக்கணினி அறிந்தவை. வலையமைப்பு இருந்தால் பழைய பாடங்களும் விலகியோரும் வருவர்.</translation>
    </message>
    <message>
        <source>Written {time}</source>
        <translation>எழுதப்பட்டது {time}</translation>
    </message>
    <message>
        <source>Your classes are fetched as soon as there is a network.</source>
        <translation>வலையமைப்பு கிடைத்ததும் உங்கள் வகுப்புகள் பெறப்படும்.</translation>
    </message>
    <message>
        <source>absent {n} times in a row</source>
        <translation>தொடர்ந்து {n} முறை வரவில்லை</translation>
    </message>
    <message>
        <source>late {n} times lately</source>
        <translation>அண்மையில் {n} முறை தாமதம்</translation>
    </message>
    <message>
        <source>missed {share}</source>
        <translation>{share} தவறியது</translation>
    </message>
    <message>
        <source>what this PC knew</source>
        <translation>இக்கணினி அறிந்தவை</translation>
    </message>
    <message>
        <source>what this PC knows</source>
        <translation>இக்கணினி அறிந்தவை</translation>
    </message>
    <message>
        <source>{n} lessons marked since {date}</source>
        <translation>{date} முதல் {n} பாடங்கள் குறிக்கப்பட்டன</translation>
    </message>
</context>
<context>
    <name>ClassesPage</name>
    <message>
        <source>About</source>
        <translation>விவரம்</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>எல்லா வகுப்புகள்</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>இரத்து</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>மாற்றம்</translation>
    </message>
    <message>
        <source>Coming lessons</source>
        <translation>வரும் பாடங்கள்</translation>
    </message>
    <message>
        <source>English medium</source>
        <translation>ஆங்கில மொழிமூலம்</translation>
    </message>
    <message>
        <source>Face enrolled</source>
        <translation>முகப் பதிவு</translation>
    </message>
    <message>
        <source>Find by name or number</source>
        <translation>பெயர், எண் தேடு</translation>
    </message>
    <message>
        <source>Grade {grade}</source>
        <translation>தரம் {grade}</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>சேர்</translation>
    </message>
    <message>
        <source>Mark attendance</source>
        <translation>வருகையைக் குறி</translation>
    </message>
    <message>
        <source>Next: {time}</source>
        <translation>அடுத்தது: {time}</translation>
    </message>
    <message>
        <source>No classes on this computer yet</source>
        <translation>இந்தக் கணினியில் இன்னும் வகுப்புகள் இல்லை</translation>
    </message>
    <message>
        <source>No lesson in the next two weeks</source>
        <translation>அடுத்த இரு வாரங்களில் பாடம் இல்லை</translation>
    </message>
    <message>
        <source>Roll · {count}</source>
        <translation>பெயர்ப்பட்டியல் · {count}</translation>
    </message>
    <message>
        <source>Sinhala medium</source>
        <translation>சிங்கள மொழிமூலம்</translation>
    </message>
    <message>
        <source>Tamil medium</source>
        <translation>தமிழ் மொழிமூலம்</translation>
    </message>
    <message>
        <source>Your classes are fetched as soon as there is a network.</source>
        <translation>இணைப்பு வந்தவுடன் உங்கள் வகுப்புகள் பெறப்படும்.</translation>
    </message>
    <message>
        <source>online</source>
        <translation>இணையவழி</translation>
    </message>
    <message>
        <source>{count} students</source>
        <translation>{count} மாணவர்கள்</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Nothing found</source>
        <translation>எதுவும் கிடைக்கவில்லை</translation>
    </message>
    <message>
        <source>Search pages, classes, notes</source>
        <translation>பக்கம், வகுப்பு, குறிப்பு தேடு</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Code: {code}</source>
        <translation>குறியீடு: {code}</translation>
    </message>
    <message>
        <source>Nothing you wrote is lost; you can go on. If it happens again, close LearnUp and start it anew, and give your school the code below.</source>
        <translation>நீங்கள் எழுதிய எதுவும் போகவில்லை; தொடரலாம். மீண்டும் நடந்தால் LearnUp-ஐ மூடித் திறந்து, கீழுள்ள குறியீட்டைப் பாடசாலையிடம் கொடுங்கள்.</translation>
    </message>
    <message>
        <source>Something went wrong in LearnUp</source>
        <translation>LearnUp-இல் ஏதோ தவறு நடந்தது</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Allow LearnUp to use the camera when your computer asks.</source>
        <translation>கணினி கேட்கும்போது LearnUp கேமராவைப் பயன்படுத்த அனுமதியுங்கள்.</translation>
    </message>
    <message>
        <source>Allow LearnUp to use the microphone when your computer asks.</source>
        <translation>கணினி கேட்கும்போது LearnUp ஒலிவாங்கியைப் பயன்படுத்த அனுமதியுங்கள்.</translation>
    </message>
    <message>
        <source>As the computer prefers</source>
        <translation>கணினி தெரிவுசெய்வது</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>கமரா</translation>
    </message>
    <message>
        <source>How loud you are</source>
        <translation>உங்கள் குரலின் அளவு</translation>
    </message>
    <message>
        <source>No camera found. You can join without one, or plug one in.</source>
        <translation>கேமரா இல்லை. அது இல்லாமலும் இணையலாம், அல்லது ஒன்றை இணையுங்கள்.</translation>
    </message>
    <message>
        <source>No microphone found. You can listen and write in the chat, or plug one in.</source>
        <translation>ஒலிவாங்கி இல்லை. நீங்கள் கேட்கவும் அரட்டையில் எழுதவும் முடியும், அல்லது ஒன்றை இணையுங்கள்.</translation>
    </message>
    <message>
        <source>No speaker found. Plug in a headset.</source>
        <translation>ஒலிபெருக்கி இல்லை. தலையணி ஒன்றை இணையுங்கள்.</translation>
    </message>
    <message>
        <source>Only you see this. Nothing is sent before you join.</source>
        <translation>இதை நீங்கள் மட்டுமே காண்கிறீர்கள். இணைவதற்கு முன் எதுவும் அனுப்பப்படாது.</translation>
    </message>
    <message>
        <source>Others hear me as soon as I join</source>
        <translation>இணைந்தவுடன் மற்றவர்களுக்கு என் குரல் கேட்கும்</translation>
    </message>
    <message>
        <source>Others see me as soon as I join</source>
        <translation>இணைந்தவுடன் மற்றவர்கள் என்னைப் பார்ப்பார்கள்</translation>
    </message>
    <message>
        <source>Play a test sound</source>
        <translation>சோதனை ஒலியை இயக்கு</translation>
    </message>
    <message>
        <source>Say something: the bar should move. If not, choose another microphone.</source>
        <translation>ஏதாவது சொல்லுங்கள்: பட்டை அசைய வேண்டும். இல்லையெனில் வேறு ஒலிவாங்கியைத் தெரிவுசெய்யுங்கள்.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>ஒலி</translation>
    </message>
    <message>
        <source>The camera gives no picture. Close other programs that use it.</source>
        <translation>கேமராவிலிருந்து படம் வரவில்லை. அதைப் பயன்படுத்தும் மற்ற செயலிகளை மூடுங்கள்.</translation>
    </message>
    <message>
        <source>The camera is off.</source>
        <translation>கேமரா அணைக்கப்பட்டுள்ளது.</translation>
    </message>
    <message>
        <source>The microphone gives no sound. Close other programs that use it.</source>
        <translation>ஒலிவாங்கியிலிருந்து ஒலி வரவில்லை. அதைப் பயன்படுத்தும் மற்ற செயலிகளை மூடுங்கள்.</translation>
    </message>
    <message>
        <source>The microphone is off.</source>
        <translation>ஒலிவாங்கி அணைக்கப்பட்டுள்ளது.</translation>
    </message>
    <message>
        <source>This computer does not let LearnUp use the camera. Allow it in the system&apos;s settings.</source>
        <translation>LearnUp கமராவைப் பயன்படுத்த இந்தக் கணினி அனுமதிக்கவில்லை. கணினி அமைப்புகளில் அதை அனுமதியுங்கள்.</translation>
    </message>
    <message>
        <source>This computer does not let LearnUp use the microphone. Allow it in the system&apos;s settings.</source>
        <translation>இந்தக் கணினி LearnUp ஒலிவாங்கியைப் பயன்படுத்த அனுமதிக்கவில்லை. கணினி அமைப்புகளில் அனுமதியுங்கள்.</translation>
    </message>
    <message>
        <source>This speaker plays nothing. Choose another one.</source>
        <translation>இந்த ஒலிபெருக்கியில் எதுவும் ஒலிக்கவில்லை. வேறொன்றைத் தெரிவுசெய்யுங்கள்.</translation>
    </message>
    <message>
        <source>Where you hear the class</source>
        <translation>வகுப்பை எதில் கேட்பீர்கள்</translation>
    </message>
    <message>
        <source>Which camera</source>
        <translation>எந்தக் கேமரா</translation>
    </message>
    <message>
        <source>Which microphone</source>
        <translation>எந்த ஒலிவாங்கி</translation>
    </message>
    <message>
        <source>You should hear two notes. If not, choose another speaker and look at the volume.</source>
        <translation>இரண்டு ஒலிகள் கேட்க வேண்டும். இல்லையெனில் வேறு ஒலிபெருக்கியைத் தெரிவுசெய்து, ஒலியளவைப் பாருங்கள்.</translation>
    </message>
    <message>
        <source>Your camera&apos;s picture; only you see it</source>
        <translation>உங்கள் கேமராவின் படம்; நீங்கள் மட்டுமே காண்கிறீர்கள்</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Cancel</source>
        <translation>வேண்டாம்</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>மூடு</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Download here</source>
        <translation>இங்கே பதிவிறக்கு</translation>
    </message>
    <message>
        <source>This network counts data</source>
        <translation>இந்த வலையமைப்பு தரவைக் கணக்கிடுகிறது</translation>
    </message>
    <message>
        <source>Your downloads wait. They go on by themselves on another network.</source>
        <translation>உங்கள் பதிவிறக்கங்கள் காத்திருக்கின்றன. வேறொரு வலையமைப்பில் அவை தானாகத் தொடரும்.</translation>
    </message>
</context>
<context>
    <name>DrawingEditor</name>
    <message>
        <source>Add a photograph of your paper…</source>
        <translation>உங்கள் தாளின் ஒளிப்படத்தைச் சேர்க்க…</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>கறுப்பு</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>நீலம்</translation>
    </message>
    <message>
        <source>Clear the sheet</source>
        <translation>தாளை வெறுமையாக்கு</translation>
    </message>
    <message>
        <source>Drawn with the mouse or a pen. You may draw on paper instead and add a photograph.</source>
        <translation>சுட்டியால் அல்லது பேனாவால் வரைக. அதற்குப் பதிலாகத் தாளில் வரைந்து ஒளிப்படத்தைச் சேர்க்கலாம்.</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>அழிப்பான்</translation>
    </message>
    <message>
        <source>Photograph your paper…</source>
        <translation>உங்கள் தாளைப் படம் எடுக்கவும்…</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>படங்கள்</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>சிவப்பு</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>மீண்டும் செய்</translation>
    </message>
    <message>
        <source>Sheet to draw on</source>
        <translation>வரைவதற்கான தாள்</translation>
    </message>
    <message>
        <source>This file is no picture that can be read, or it is larger than 10 MB.</source>
        <translation>இந்தக் கோப்பு படிக்கக்கூடிய படம் அல்ல, அல்லது 10 MB ஐ விடப் பெரியது.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>செயல்தவிர்</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>Due work</source>
        <translation>ஒப்படைக்க வேண்டியவை</translation>
    </message>
    <message>
        <source>{title}, due {time}</source>
        <translation>{title}, ஒப்படைக்க வேண்டியது {time}</translation>
    </message>
</context>
<context>
    <name>EmergencyDialog</name>
    <message>
        <source>Close</source>
        <translation>மூடு</translation>
    </message>
    <message>
        <source>Emergency files</source>
        <translation>அவசரக் கோப்புகள்</translation>
    </message>
    <message>
        <source>New in the journal: {new}. Kept beside it: {aside}. Known already: {known}.</source>
        <translation>பதிவேட்டில் புதியவை: {new}. அருகில் வைக்கப்பட்டவை: {aside}. ஏற்கெனவே உள்ளவை: {known}.</translation>
    </message>
    <message>
        <source>Not a whole emergency file of this school. Ask for another copy.</source>
        <translation>இப்பாடசாலையின் முழுமையான அவசரக் கோப்பு அல்ல. வேறு பிரதி கேளுங்கள்.</translation>
    </message>
    <message>
        <source>Of a student or an exam that you do not teach. Its owner can bring it.</source>
        <translation>நீங்கள் கற்பிக்காத மாணவர் அல்லது பரீட்சையுடையது. உரியவர் கொண்டு வரலாம்.</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>ஏற்கெனவே உள்ளது</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>சேதமடைந்தது</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>அனுப்பப்படவில்லை</translation>
    </message>
    <message>
        <source>not yours</source>
        <translation>உங்களுடையதல்ல</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>தனியே வைக்கப்பட்டது</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>எடுக்கப்பட்டது</translation>
    </message>
    <message>
        <source>{done} of {total} files</source>
        <translation>{total} கோப்புகளில் {done}</translation>
    </message>
</context>
<context>
    <name>EmergencyPage</name>
    <message>
        <source>All exams</source>
        <translation>எல்லாப் பரீட்சைகளும்</translation>
    </message>
    <message>
        <source>An exam</source>
        <translation>ஒரு பரீட்சை</translation>
    </message>
    <message>
        <source>At school</source>
        <translation>பாடசாலையில்</translation>
    </message>
    <message>
        <source>Brought {time}</source>
        <translation>கொண்டுவரப்பட்டது {time}</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>கோப்பைத் தெரிவு செய்யவும்…</translation>
    </message>
    <message>
        <source>Choose the one whose name ends in .learnup-emergency. Nothing was changed.</source>
        <translation>பெயர் .learnup-emergency என முடியும் கோப்பைத் தெரிவு செய்யுங்கள். எதுவும் மாற்றப்படவில்லை.</translation>
    </message>
    <message>
        <source>Did you save an emergency file where nothing else worked? Bring it back here. Only your school can read it, and what it knows already is not counted twice. Without a network it waits on this PC.</source>
        <translation>வேறெதுவும் இயங்காத இடத்தில் அவசரக் கோப்பைச் சேமித்தீர்களா? அதை இங்கே கொண்டு வாருங்கள். உங்கள் பாடசாலையால் மட்டுமே அதை வாசிக்க முடியும்; ஏற்கெனவே அறிந்தது இருமுறை கணக்கிடப்படாது. வலையமைப்பு இல்லாவிட்டால் அது இந்தக் கணினியில் காத்திருக்கும்.</translation>
    </message>
    <message>
        <source>Emergency file</source>
        <translation>அவசரக் கோப்பு</translation>
    </message>
    <message>
        <source>It goes to your school as soon as the network is there.</source>
        <translation>வலையமைப்பு கிடைத்தவுடன் அது உங்கள் பாடசாலைக்குச் செல்லும்.</translation>
    </message>
    <message>
        <source>It holds an exam of somebody else. Give it to your teacher, who can bring it in.</source>
        <translation>அதில் வேறொருவரின் பரீட்சை உள்ளது. அதை உங்கள் ஆசிரியரிடம் கொடுங்கள்; அவர் கொண்டுவரலாம்.</translation>
    </message>
    <message>
        <source>It is kept on this PC and goes to your school by itself. The stick is needed no longer.</source>
        <translation>அது இந்தக் கணினியில் வைக்கப்பட்டுள்ளது, தானாகவே உங்கள் பாடசாலைக்குச் செல்லும். USB இனித் தேவையில்லை.</translation>
    </message>
    <message>
        <source>Its name ends in .learnup-emergency; it is where you saved it, on a stick perhaps.</source>
        <translation>அதன் பெயர் .learnup-emergency என முடியும்; நீங்கள் சேமித்த இடத்தில், ஒருவேளை USB இல் இருக்கும்.</translation>
    </message>
    <message>
        <source>No file brought yet</source>
        <translation>இன்னும் கோப்பு கொண்டுவரப்படவில்லை</translation>
    </message>
    <message>
        <source>Not yours</source>
        <translation>உங்களுடையது அல்ல</translation>
    </message>
    <message>
        <source>On this PC</source>
        <translation>இந்தக் கணினியில்</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>மறுக்கப்பட்டது</translation>
    </message>
    <message>
        <source>The file is here</source>
        <translation>கோப்பு இங்கே உள்ளது</translation>
    </message>
    <message>
        <source>The same file was brought before. Nothing is counted twice; see below how it stands.</source>
        <translation>இதே கோப்பு முன்னரே கொண்டுவரப்பட்டது. எதுவும் இருமுறை கணக்கிடப்படாது; அதன் நிலையைக் கீழே பாருங்கள்.</translation>
    </message>
    <message>
        <source>This is no emergency file of LearnUp</source>
        <translation>இது LearnUp அவசரக் கோப்பு அல்ல</translation>
    </message>
    <message>
        <source>You brought this file already</source>
        <translation>இந்தக் கோப்பை ஏற்கெனவே கொண்டு வந்துவிட்டீர்கள்</translation>
    </message>
    <message>
        <source>Your school could not open it: it is of another school, or was changed. ({code})</source>
        <translation>உங்கள் பாடசாலையால் அதைத் திறக்க முடியவில்லை: அது வேறொரு பாடசாலைக்குரியது அல்லது மாற்றப்பட்டுள்ளது. ({code})</translation>
    </message>
    <message>
        <source>Your school could not take it just now; LearnUp goes on trying.</source>
        <translation>உங்கள் பாடசாலையால் அதை இப்போது பெற முடியவில்லை; LearnUp தொடர்ந்து முயலும்.</translation>
    </message>
    <message>
        <source>Your school had all of it already.</source>
        <translation>அதிலுள்ள அனைத்தும் ஏற்கெனவே உங்கள் பாடசாலையிடம் இருந்தது.</translation>
    </message>
    <message>
        <source>Your school has it.</source>
        <translation>அது உங்கள் பாடசாலையிடம் உள்ளது.</translation>
    </message>
    <message>
        <source>{n} entries came after the end or from another computer; your teacher decides about them.</source>
        <translation>{n} பதிவுகள் முடிவுக்குப் பின் அல்லது வேறு கணினியிலிருந்து வந்தன; அவற்றைப் பற்றி உங்கள் ஆசிரியர் முடிவெடுப்பார்.</translation>
    </message>
    <message>
        <source>{n} entries were new and stand in your exam&apos;s journal now.</source>
        <translation>{n} பதிவுகள் புதியவை; அவை இப்போது உங்கள் பரீட்சையின் பதிவேட்டில் உள்ளன.</translation>
    </message>
</context>
<context>
    <name>EnrolmentPage</name>
    <message>
        <source>A teacher approves it before your next exam.</source>
        <translation>உங்கள் அடுத்த பரீட்சைக்கு முன் ஆசிரியர் அதை அனுமதிப்பார்.</translation>
    </message>
    <message>
        <source>Bring your face into the middle.</source>
        <translation>உங்கள் முகத்தை நடுவில் கொண்டுவாருங்கள்.</translation>
    </message>
    <message>
        <source>Come a little closer.</source>
        <translation>இன்னும் கொஞ்சம் அருகில் வாருங்கள்.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>நீக்கு</translation>
    </message>
    <message>
        <source>Delete my face</source>
        <translation>என் முகத்தை நீக்கு</translation>
    </message>
    <message>
        <source>Delete your face?</source>
        <translation>உங்கள் முகத்தை நீக்கவா?</translation>
    </message>
    <message>
        <source>Deleted at school</source>
        <translation>பாடசாலையில் நீக்கப்பட்டது</translation>
    </message>
    <message>
        <source>During an exam this computer compares the camera with your face, so that nobody stands beside you.</source>
        <translation>பரீட்சையின் போது இந்தக் கணினி கமராவில் தெரியும் முகத்தை உங்கள் முகத்துடன் ஒப்பிடும்; உங்கள் அருகில் வேறு யாரும் இல்லை என்பதை உறுதி செய்யவே.</translation>
    </message>
    <message>
        <source>Enrolled and approved</source>
        <translation>பதிவாகி அனுமதிக்கப்பட்டது</translation>
    </message>
    <message>
        <source>Good. Keep looking here.</source>
        <translation>நன்று. தொடர்ந்து இங்கே பாருங்கள்.</translation>
    </message>
    <message>
        <source>Hold still for a moment.</source>
        <translation>ஒரு கணம் அசையாமல் இருங்கள்.</translation>
    </message>
    <message>
        <source>I agree that the school keeps these three pictures as numbers, and one photograph</source>
        <translation>இந்த மூன்று படங்களை எண்களாகவும், ஒரு புகைப்படத்தையும் பாடசாலை வைத்திருக்கச் சம்மதிக்கிறேன்</translation>
    </message>
    <message>
        <source>It is dark. Turn a lamp on, or face the window.</source>
        <translation>இருட்டாக உள்ளது. விளக்கைப் போடுங்கள் அல்லது ஜன்னலை நோக்கி அமருங்கள்.</translation>
    </message>
    <message>
        <source>It is too bright. Turn away from the lamp or window.</source>
        <translation>வெளிச்சம் அதிகம். விளக்கு அல்லது ஜன்னலிலிருந்து திரும்புங்கள்.</translation>
    </message>
    <message>
        <source>It takes about a minute and a camera.</source>
        <translation>சுமார் ஒரு நிமிடமும் ஒரு கமராவும் போதும்.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>வைத்திரு</translation>
    </message>
    <message>
        <source>Look straight at the camera.</source>
        <translation>கமராவை நேராகப் பாருங்கள்.</translation>
    </message>
    <message>
        <source>Move back a little.</source>
        <translation>கொஞ்சம் பின்னால் செல்லுங்கள்.</translation>
    </message>
    <message>
        <source>Not enrolled yet</source>
        <translation>இன்னும் பதிவு செய்யவில்லை</translation>
    </message>
    <message>
        <source>Only you should be in the picture.</source>
        <translation>படத்தில் நீங்கள் மட்டும் இருக்க வேண்டும்.</translation>
    </message>
    <message>
        <source>Open the camera</source>
        <translation>கமராவைத் திற</translation>
    </message>
    <message>
        <source>Send them, or take them again if you moved.</source>
        <translation>அவற்றை அனுப்புங்கள்; அசைந்திருந்தால் மீண்டும் எடுங்கள்.</translation>
    </message>
    <message>
        <source>Send to the school</source>
        <translation>பாடசாலைக்கு அனுப்பு</translation>
    </message>
    <message>
        <source>Sent to the school</source>
        <translation>பாடசாலைக்கு அனுப்பப்பட்டது</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>{day} முதல்</translation>
    </message>
    <message>
        <source>Sit as you sit in an exam, with light on your face.</source>
        <translation>பரீட்சையில் இருப்பது போல, முகத்தில் வெளிச்சம் படும்படி அமருங்கள்.</translation>
    </message>
    <message>
        <source>Sit in front of the camera.</source>
        <translation>கமராவுக்கு முன்னால் அமருங்கள்.</translation>
    </message>
    <message>
        <source>Something covers the camera. Clear it.</source>
        <translation>கமராவை ஏதோ மறைக்கிறது. அதை அகற்றுங்கள்.</translation>
    </message>
    <message>
        <source>Take them again</source>
        <translation>மீண்டும் எடு</translation>
    </message>
    <message>
        <source>The camera is opening…</source>
        <translation>கமரா திறக்கிறது…</translation>
    </message>
    <message>
        <source>The numbers and the photograph are deleted at school. You can enrol again later.</source>
        <translation>எண்களும் புகைப்படமும் பாடசாலையில் நீக்கப்படும். பின்னர் மீண்டும் பதிவு செய்யலாம்.</translation>
    </message>
    <message>
        <source>Three good pictures</source>
        <translation>மூன்று நல்ல படங்கள்</translation>
    </message>
    <message>
        <source>Waiting for a teacher</source>
        <translation>ஆசிரியருக்காகக் காத்திருக்கிறது</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>இது எதற்காக</translation>
    </message>
    <message>
        <source>Without it you can sit exams that allow it; they record that nobody was compared.</source>
        <translation>இது இல்லாமலும் அனுமதிக்கும் பரீட்சைகளை எழுதலாம்; முகம் ஒப்பிடப்படவில்லை என்று பதிவாகும்.</translation>
    </message>
    <message>
        <source>You can have all of it deleted at any time. It is then really gone.</source>
        <translation>எப்போது வேண்டுமானாலும் இவை அனைத்தையும் நீக்கலாம். பிறகு அவை உண்மையிலேயே இல்லாமல் போகும்.</translation>
    </message>
    <message>
        <source>You need not do anything more.</source>
        <translation>நீங்கள் வேறெதுவும் செய்ய வேண்டியதில்லை.</translation>
    </message>
    <message>
        <source>Your face for exams</source>
        <translation>பரீட்சைகளுக்கான உங்கள் முகம்</translation>
    </message>
    <message>
        <source>Your school keeps three rows of numbers and one photograph, at which a teacher looks once.</source>
        <translation>உங்கள் பாடசாலை மூன்று எண் வரிசைகளையும் ஒரு புகைப்படத்தையும் வைத்திருக்கும்; ஆசிரியர் அதை ஒரு முறை பார்ப்பார்.</translation>
    </message>
    <message>
        <source>{taken} of {wanted} pictures</source>
        <translation>{wanted} படங்களில் {taken}</translation>
    </message>
</context>
<context>
    <name>EssayEditor</name>
    <message>
        <source>Your answer, an essay</source>
        <translation>உங்கள் விடை, கட்டுரை</translation>
    </message>
    <message>
        <source>{count}, at least {least} are asked for</source>
        <translation>{count}; குறைந்தது {least} தேவை</translation>
    </message>
    <message>
        <source>{count}: more than asked for</source>
        <translation>{count}: கேட்டதை விட அதிகம்</translation>
    </message>
    <message>
        <source>{n} of {limit} words</source>
        <translation>{limit} சொற்களில் {n}</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} சொற்கள்</translation>
    </message>
</context>
<context>
    <name>ExamCard</name>
    <message>
        <source>Get ready</source>
        <translation>தயாராகு</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>தொடர்க</translation>
    </message>
    <message>
        <source>Is this PC ready? {ready} of {total}.</source>
        <translation>இந்தக் கணினி தயாரா? {total}இல் {ready}.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>பார்</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>இப்போது திறந்துள்ளது</translation>
    </message>
    <message>
        <source>Open until {time}</source>
        <translation>{time} வரை திறப்பு</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>பயிற்சி</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>தொடங்கு</translation>
    </message>
    <message>
        <source>Watch over it</source>
        <translation>கண்காணி</translation>
    </message>
    <message>
        <source>{count} questions · {length}</source>
        <translation>{count} வினாக்கள் · {length}</translation>
    </message>
</context>
<context>
    <name>ExamCardWidget</name>
    <message>
        <source>Begun, not handed in</source>
        <translation>தொடங்கியது, ஒப்படைக்கவில்லை</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>மூடப்பட்டது</translation>
    </message>
    <message>
        <source>Download paper</source>
        <translation>பதிவிறக்கு</translation>
    </message>
    <message>
        <source>Get ready</source>
        <translation>தயாராகு</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>தொடர்க</translation>
    </message>
    <message>
        <source>Handed in {time}</source>
        <translation>{time} ஒப்படைக்கப்பட்டது</translation>
    </message>
    <message>
        <source>Open until {time}</source>
        <translation>{time} வரை திறப்பு</translation>
    </message>
    <message>
        <source>Paper not on this PC yet</source>
        <translation>வினாத்தாள் இன்னும் இந்தக் கணினியில் இல்லை</translation>
    </message>
    <message>
        <source>Paper on this PC, sealed until it opens</source>
        <translation>வினாத்தாள் இந்தக் கணினியில் உள்ளது; திறக்கும் வரை முத்திரையிடப்பட்டுள்ளது</translation>
    </message>
    <message>
        <source>Practice: as in an exam, but its marks do not count</source>
        <translation>பயிற்சி: பரீட்சை போன்றது, ஆனால் புள்ளிகள் கணக்கில் எடுக்கப்படா</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>பற்றுச்சீட்டு</translation>
    </message>
    <message>
        <source>Receipt {code}</source>
        <translation>பற்றுச்சீட்டு {code}</translation>
    </message>
    <message>
        <source>To the exam</source>
        <translation>பரீட்சைக்கு</translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation>இணைப்புக்காகக் காத்திருக்கிறது</translation>
    </message>
    <message>
        <source>With camera</source>
        <translation>கமராவுடன்</translation>
    </message>
    <message>
        <source>With camera, so that you and this PC have tried it before the exam</source>
        <translation>கமராவுடன், பரீட்சைக்கு முன் நீங்களும் இந்தக் கணினியும் அதை முயன்று பார்ப்பதற்காக</translation>
    </message>
    <message>
        <source>{n} entries wait for the network</source>
        <translation>{n} பதிவுகள் இணைப்புக்காகக் காத்திருக்கின்றன</translation>
    </message>
    <message>
        <source>{subject} · {questions} questions · {marks} marks · {length}</source>
        <translation>{subject} · {questions} வினாக்கள் · {marks} புள்ளிகள் · {length}</translation>
    </message>
</context>
<context>
    <name>ExamsPage</name>
    <message>
        <source>Bring in an emergency file…</source>
        <translation>அவசரக் கோப்பைக் கொண்டுவரவும்…</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>வரவுள்ளவை</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>முடிந்தவை</translation>
    </message>
    <message>
        <source>No exams yet</source>
        <translation>இன்னும் பரீட்சைகள் இல்லை</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>இப்போது திறந்துள்ளது</translation>
    </message>
    <message>
        <source>Paper downloaded</source>
        <translation>வினாத்தாள் பதிவிறக்கப்பட்டது</translation>
    </message>
    <message>
        <source>When your school sets an exam for you, it appears here, also without a network.</source>
        <translation>பாடசாலை உங்களுக்குப் பரீட்சை வைத்தால் அது இங்கே தோன்றும்; இணைப்பு இல்லாதபோதும் தெரியும்.</translation>
    </message>
</context>
<context>
    <name>FaceModelsCard</name>
    <message>
        <source>Beginning…</source>
        <translation>தொடங்குகிறது…</translation>
    </message>
    <message>
        <source>Code for support: {code}</source>
        <translation>உதவிக்கான குறியீடு: {code}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>முடிந்தது</translation>
    </message>
    <message>
        <source>Download, {size}</source>
        <translation>பதிவிறக்கு, {size}</translation>
    </message>
    <message>
        <source>Face models</source>
        <translation>முகம் அறியும் கோப்புகள்</translation>
    </message>
    <message>
        <source>Folder with the face models</source>
        <translation>முகம் அறியும் கோப்புகள் உள்ள கோப்புறை</translation>
    </message>
    <message>
        <source>From {folder}, which was named for this computer.</source>
        <translation>{folder} இலிருந்து; இது இந்தக் கணினிக்காகக் குறிப்பிடப்பட்டது.</translation>
    </message>
    <message>
        <source>Go on with the download</source>
        <translation>பதிவிறக்கத்தைத் தொடர்க</translation>
    </message>
    <message>
        <source>Install from a folder…</source>
        <translation>கோப்புறையிலிருந்து நிறுவுக…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>பார்க்கிறது…</translation>
    </message>
    <message>
        <source>Missing: {tasks}.</source>
        <translation>இல்லாதவை: {tasks}.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>தெரியவில்லை</translation>
    </message>
    <message>
        <source>Pack {name}.</source>
        <translation>தொகுப்பு {name}.</translation>
    </message>
    <message>
        <source>Progress of the installation</source>
        <translation>நிறுவலின் முன்னேற்றம்</translation>
    </message>
    <message>
        <source>Read the terms</source>
        <translation>நிபந்தனைகளை வாசிக்க</translation>
    </message>
    <message>
        <source>Some of these files are not known to LearnUp. Your exams record that they were used.</source>
        <translation>இவற்றில் சில கோப்புகளை LearnUp அறியாது. அவை பயன்படுத்தப்பட்டதாக உங்கள் பரீட்சைகளில் பதிவாகும்.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>நிறுத்து</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>நிறுத்தப்பட்டது</translation>
    </message>
    <message>
        <source>Terms accepted by {person}, {when}.</source>
        <translation>நிபந்தனைகளை ஏற்றவர் {person}, {when}.</translation>
    </message>
    <message>
        <source>Terms: {title}.</source>
        <translation>நிபந்தனைகள்: {title}.</translation>
    </message>
    <message>
        <source>The face models are ready for your next exam.</source>
        <translation>முகம் அறியும் கோப்புகள் உங்கள் அடுத்த பரீட்சைக்குத் தயார்.</translation>
    </message>
    <message>
        <source>What came is kept; you can go on at any time.</source>
        <translation>வந்தவை வைத்திருக்கப்படுகின்றன; எப்போது வேண்டுமானாலும் தொடரலாம்.</translation>
    </message>
    <message>
        <source>With these files this computer recognises you in an exam. Your picture is compared only here.</source>
        <translation>இந்தக் கோப்புகளால் இந்தக் கணினி பரீட்சையில் உங்களை அறிகிறது. உங்கள் படம் இங்கு மட்டுமே ஒப்பிடப்படுகிறது.</translation>
    </message>
    <message>
        <source>Without them an exam can only be watched by the camera, where your school allows that.</source>
        <translation>இவை இல்லாமல், உங்கள் பாடசாலை அனுமதித்தால், பரீட்சையைக் கமராவால் மட்டுமே கண்காணிக்க முடியும்.</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>வெளியிலிருந்து</translation>
    </message>
    <message>
        <source>known</source>
        <translation>அறிந்தது</translation>
    </message>
    <message>
        <source>{file} was changed since it was installed. Install it again.</source>
        <translation>நிறுவிய பின் {file} மாற்றப்பட்டுள்ளது. அதை மீண்டும் நிறுவுங்கள்.</translation>
    </message>
    <message>
        <source>{file}: {done} of {total}</source>
        <translation>{file}: {total} இல் {done}</translation>
    </message>
</context>
<context>
    <name>FinishPanel</name>
    <message>
        <source>Back to the questions</source>
        <translation>வினாக்களுக்குத் திரும்பு</translation>
    </message>
    <message>
        <source>Flagged by you</source>
        <translation>நீங்கள் குறியிட்டவை</translation>
    </message>
    <message>
        <source>Go to question {n}</source>
        <translation>வினா {n}க்குச் செல்</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>ஒப்படை</translation>
    </message>
    <message>
        <source>Hand in your exam?</source>
        <translation>பரீட்சையை ஒப்படைக்கவா?</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>இன்னும் விடை எழுதாதவை</translation>
    </message>
    <message>
        <source>You have answered {n} of {total} questions. After handing in nothing can be changed.</source>
        <translation>{total} வினாக்களில் {n}க்கு விடை எழுதியுள்ளீர்கள். ஒப்படைத்த பின் எதையும் மாற்ற முடியாது.</translation>
    </message>
</context>
<context>
    <name>FormulaView</name>
    <message>
        <source>Formula: {latex}</source>
        <translation>சூத்திரம்: {latex}</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Administrator</source>
        <translation>நிர்வாகி</translation>
    </message>
    <message>
        <source>Grade {grade}</source>
        <translation>தரம் {grade}</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>மாணவர்</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>ஆசிரியர்</translation>
    </message>
</context>
<context>
    <name>Greeting</name>
    <message>
        <source>Good afternoon, {name}</source>
        <translation>மதிய வணக்கம், {name}</translation>
    </message>
    <message>
        <source>Good evening, {name}</source>
        <translation>மாலை வணக்கம், {name}</translation>
    </message>
    <message>
        <source>Good morning, {name}</source>
        <translation>காலை வணக்கம், {name}</translation>
    </message>
</context>
<context>
    <name>HandingInPanel</name>
    <message>
        <source>Handing in…</source>
        <translation>ஒப்படைக்கப்படுகிறது…</translation>
    </message>
    <message>
        <source>Leave this page</source>
        <translation>இப்பக்கத்திலிருந்து செல்</translation>
    </message>
    <message>
        <source>Please do not close LearnUp</source>
        <translation>தயவுசெய்து LearnUp-ஐ மூட வேண்டாம்</translation>
    </message>
    <message>
        <source>Your answers are on this PC and are being sent to your school.</source>
        <translation>உங்கள் விடைகள் இந்தக் கணினியில் உள்ளன; பாடசாலைக்கு அனுப்பப்படுகின்றன.</translation>
    </message>
    <message>
        <source>Your exam is over and safe on this PC</source>
        <translation>உங்கள் பரீட்சை முடிந்தது; இந்தக் கணினியில் பாதுகாப்பாக உள்ளது</translation>
    </message>
    <message>
        <source>{reason} LearnUp goes on trying and hands it in by itself. You can close this page.</source>
        <translation>{reason} LearnUp தொடர்ந்து முயன்று தானாகவே ஒப்படைக்கும். இப்பக்கத்தை மூடலாம்.</translation>
    </message>
    <message>
        <source>{reason} {advice} Your answers are kept in memory until they can be saved.</source>
        <translation>{reason} {advice} சேமிக்க முடியும் வரை உங்கள் விடைகள் நினைவகத்தில் உள்ளன.</translation>
    </message>
</context>
<context>
    <name>HeroCard</name>
    <message>
        <source>Join</source>
        <translation>சேர்</translation>
    </message>
    <message>
        <source>Mark attendance</source>
        <translation>வருகையைக் குறி</translation>
    </message>
    <message>
        <source>Next lesson · in {length}</source>
        <translation>அடுத்த பாடம் · இன்னும் {length}</translation>
    </message>
    <message>
        <source>Next lesson · {time}</source>
        <translation>அடுத்த பாடம் · {time}</translation>
    </message>
    <message>
        <source>Now, until {time}</source>
        <translation>இப்போது, {time} வரை</translation>
    </message>
    <message>
        <source>online</source>
        <translation>இணையவழி</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Close</source>
        <translation>மூடு</translation>
    </message>
    <message>
        <source>Mark taken away</source>
        <translation>குறி நீக்கப்பட்டது</translation>
    </message>
    <message>
        <source>No mark yet.</source>
        <translation>இன்னும் குறி இல்லை.</translation>
    </message>
    <message>
        <source>There is no network: these are the marks that this PC knows. The rest is at school.</source>
        <translation>வலையமைப்பு இல்லை: இவை இக்கணினி அறிந்த குறிகள். மற்றவை பாடசாலையில் உள்ளன.</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>செல்லுபடியாகும்</translation>
    </message>
</context>
<context>
    <name>Invigilation</name>
    <message>
        <source>Another person</source>
        <translation>வேறொருவர்</translation>
    </message>
    <message>
        <source>Another window</source>
        <translation>வேறு சாளரம்</translation>
    </message>
    <message>
        <source>Asked to show that they are there</source>
        <translation>இருப்பதைக் காட்டும்படி கேட்கப்பட்டது</translation>
    </message>
    <message>
        <source>Camera covered</source>
        <translation>கமரா மறைக்கப்பட்டுள்ளது</translation>
    </message>
    <message>
        <source>Camera lost</source>
        <translation>கமரா இணைப்பில்லை</translation>
    </message>
    <message>
        <source>Clipboard used</source>
        <translation>வெளியிலிருந்து ஒட்டுதல்</translation>
    </message>
    <message>
        <source>Could not see the face</source>
        <translation>முகம் தெரியவில்லை</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>விளக்கம் கிடைத்தது</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>புறக்கணி</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>புறக்கணிக்கப்பட்டது</translation>
    </message>
    <message>
        <source>Keep for the school</source>
        <translation>பாடசாலைக்காக வை</translation>
    </message>
    <message>
        <source>Kept for the school</source>
        <translation>பாடசாலைக்காக வைக்கப்பட்டது</translation>
    </message>
    <message>
        <source>Listed program running</source>
        <translation>பட்டியலில் உள்ள மென்பொருள்</translation>
    </message>
    <message>
        <source>Little light</source>
        <translation>வெளிச்சம் குறைவு</translation>
    </message>
    <message>
        <source>Looking away</source>
        <translation>வேறு பக்கம் பார்வை</translation>
    </message>
    <message>
        <source>More than one person</source>
        <translation>ஒருவருக்கு மேல்</translation>
    </message>
    <message>
        <source>Nobody in view</source>
        <translation>யாரும் தெரியவில்லை</translation>
    </message>
    <message>
        <source>Not clear enough to recognise</source>
        <translation>அடையாளம் காணப் போதிய தெளிவு இல்லை</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>தொடங்கவில்லை</translation>
    </message>
    <message>
        <source>Not watched for a while</source>
        <translation>சிறிது நேரம் கண்காணிக்கவில்லை</translation>
    </message>
    <message>
        <source>Offline, writing on the PC</source>
        <translation>இணைப்பில்லை, கணினியில் எழுதுகிறார்</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>இடைநிறுத்தம்</translation>
    </message>
    <message>
        <source>Perhaps a picture, not a person</source>
        <translation>ஆள் அல்ல, படமாக இருக்கலாம்</translation>
    </message>
    <message>
        <source>Photographed working on paper</source>
        <translation>தாளில் செய்ததைப் படம் எடுத்தார்</translation>
    </message>
    <message>
        <source>Picture {number}</source>
        <translation>படம் {number}</translation>
    </message>
    <message>
        <source>Pictures are kept until {day}</source>
        <translation>படங்கள் {day} வரை வைத்திருக்கப்படும்</translation>
    </message>
    <message>
        <source>Pictures could not be kept</source>
        <translation>படங்களைச் சேமிக்க முடியவில்லை</translation>
    </message>
    <message>
        <source>Pictures deleted since their time was over: {n}</source>
        <translation>காலம் முடிந்ததால் நீக்கப்பட்ட படங்கள்: {n}</translation>
    </message>
    <message>
        <source>Remote session</source>
        <translation>தொலை இணைப்பு</translation>
    </message>
    <message>
        <source>Screenshot key</source>
        <translation>திரைப்பிடிப்பு விசை</translation>
    </message>
    <message>
        <source>Second display</source>
        <translation>இரண்டாவது திரை</translation>
    </message>
    <message>
        <source>Submitted {time}</source>
        <translation>{time} ஒப்படைத்தார்</translation>
    </message>
    <message>
        <source>The student says: {reply}</source>
        <translation>மாணவர் சொல்வது: {reply}</translation>
    </message>
    <message>
        <source>The student was told</source>
        <translation>மாணவரிடம் சொல்லப்பட்டது</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>மெய்நிகர் கணினி</translation>
    </message>
    <message>
        <source>Warned</source>
        <translation>எச்சரித்தது</translation>
    </message>
    <message>
        <source>another program used the camera</source>
        <translation>வேறொரு நிரல் கமராவைப் பயன்படுத்தியது</translation>
    </message>
    <message>
        <source>did not answer</source>
        <translation>பதிலளிக்கவில்லை</translation>
    </message>
    <message>
        <source>light good</source>
        <translation>நல்ல வெளிச்சம்</translation>
    </message>
    <message>
        <source>likeness {value}</source>
        <translation>ஒற்றுமை {value}</translation>
    </message>
    <message>
        <source>little light</source>
        <translation>வெளிச்சம் குறைவு</translation>
    </message>
    <message>
        <source>no camera found</source>
        <translation>கமரா கிடைக்கவில்லை</translation>
    </message>
    <message>
        <source>not heard of yet</source>
        <translation>இன்னும் தகவல் இல்லை</translation>
    </message>
    <message>
        <source>put it off</source>
        <translation>பிற்போட்டார்</translation>
    </message>
    <message>
        <source>the camera gave no picture</source>
        <translation>கமராவிலிருந்து படம் வரவில்லை</translation>
    </message>
    <message>
        <source>the camera stopped</source>
        <translation>கமரா நின்றுவிட்டது</translation>
    </message>
    <message>
        <source>the camera took the picture of the paper meanwhile</source>
        <translation>அப்போது கமரா தாளைப் படம் எடுத்தது</translation>
    </message>
    <message>
        <source>the computer did not allow the camera</source>
        <translation>கணினி கமராவை அனுமதிக்கவில்லை</translation>
    </message>
    <message>
        <source>the computer&apos;s disk is full</source>
        <translation>கணினியின் வட்டு நிரம்பிவிட்டது</translation>
    </message>
    <message>
        <source>the picture stood still</source>
        <translation>படம் அசையாமல் நின்றது</translation>
    </message>
    <message>
        <source>the same pictures came again and again</source>
        <translation>அதே படங்கள் மீண்டும் மீண்டும் வந்தன</translation>
    </message>
    <message>
        <source>too far from the camera</source>
        <translation>கமராவிலிருந்து மிகத் தொலைவில்</translation>
    </message>
    <message>
        <source>turned the head as asked</source>
        <translation>கேட்டபடி தலையைத் திருப்பினார்</translation>
    </message>
    <message>
        <source>typed the number</source>
        <translation>எண்ணைத் தட்டச்சு செய்தார்</translation>
    </message>
    <message>
        <source>{answered} of {count} answered</source>
        <translation>{count}இல் {answered} விடைகள்</translation>
    </message>
    <message>
        <source>{count} flags on the timeline</source>
        <translation>நேரக்கோட்டில் {count} குறிப்புகள்</translation>
    </message>
    <message>
        <source>{frames} looks, {sure} % of the time</source>
        <translation>{frames} முறை பார்த்ததில் {sure} %</translation>
    </message>
</context>
<context>
    <name>InvigilationPage</name>
    <message>
        <source>Arranged for {name}</source>
        <translation>{name}க்கு ஏற்பாடு செய்யப்பட்டது</translation>
    </message>
    <message>
        <source>Arranged: {what}</source>
        <translation>சிறப்பு ஏற்பாடுகள்: {what}</translation>
    </message>
    <message>
        <source>Arrange…</source>
        <translation>ஏற்பாடுகள்…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>வேண்டாம்</translation>
    </message>
    <message>
        <source>Emergency files of students</source>
        <translation>மாணவரின் அவசரக் கோப்புகள்</translation>
    </message>
    <message>
        <source>Emergency files…</source>
        <translation>அவசரக் கோப்புகள்…</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>பரீட்சை</translation>
    </message>
    <message>
        <source>Exams of your classes appear here from the day they are published.</source>
        <translation>உங்கள் வகுப்புகளின் பரீட்சைகள் வெளியான நாள் முதல் இங்கே தோன்றும்.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>தொடர்</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>கூடுதல் நேரம்</translation>
    </message>
    <message>
        <source>More time for all</source>
        <translation>அனைவருக்கும் கூடுதல் நேரம்</translation>
    </message>
    <message>
        <source>More time for everybody who is writing</source>
        <translation>எழுதும் அனைவருக்கும் கூடுதல் நேரம்</translation>
    </message>
    <message>
        <source>More time for {name}</source>
        <translation>{name}க்குக் கூடுதல் நேரம்</translation>
    </message>
    <message>
        <source>No exam to watch</source>
        <translation>கண்காணிக்கப் பரீட்சை இல்லை</translation>
    </message>
    <message>
        <source>No flags</source>
        <translation>குறிப்புகள் இல்லை</translation>
    </message>
    <message>
        <source>Nothing is decided by the program. The student sees each flag and can answer it.</source>
        <translation>மென்பொருள் எதையும் முடிவு செய்யாது. ஒவ்வொரு குறிப்பையும் மாணவர் பார்த்துப் பதில் சொல்லலாம்.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>இடைநிறுத்து</translation>
    </message>
    <message>
        <source>Said to {name}</source>
        <translation>{name} இடம் சொல்லப்பட்டது</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>சொல்</translation>
    </message>
    <message>
        <source>Speak to student</source>
        <translation>மாணவரிடம் பேசு</translation>
    </message>
    <message>
        <source>Speak to {name}</source>
        <translation>{name} உடன் பேசு</translation>
    </message>
    <message>
        <source>The student sees the new time at once.</source>
        <translation>மாணவர் புதிய நேரத்தை உடனே காண்பார்.</translation>
    </message>
    <message>
        <source>The words appear on the student&apos;s screen</source>
        <translation>வார்த்தைகள் மாணவரின் திரையில் தோன்றும்</translation>
    </message>
    <message>
        <source>This student&apos;s PC does not say what it can guarantee.</source>
        <translation>இந்த மாணவரின் கணினி எதை உறுதியளிக்கும் என்று சொல்லவில்லை.</translation>
    </message>
    <message>
        <source>Unlock code…</source>
        <translation>திறப்புக் குறியீடு…</translation>
    </message>
    <message>
        <source>What this student&apos;s PC can guarantee</source>
        <translation>இந்த மாணவரின் கணினி உறுதியளிக்கக்கூடியவை</translation>
    </message>
    <message>
        <source>Writing until {time}</source>
        <translation>{time} வரை எழுதுவார்</translation>
    </message>
    <message>
        <source>head {hash}</source>
        <translation>இறுதிக் குறியீடு {hash}</translation>
    </message>
    <message>
        <source>question {n}</source>
        <translation>வினா {n}</translation>
    </message>
    <message>
        <source>started {time}</source>
        <translation>தொடக்கம் {time}</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} நிமிடம்</translation>
    </message>
    <message>
        <source>{n} not started</source>
        <translation>தொடங்காதோர் {n}</translation>
    </message>
    <message>
        <source>{n} students have {m} minutes more</source>
        <translation>{n} மாணவர்களுக்கு இன்னும் {m} நிமிடங்கள்</translation>
    </message>
    <message>
        <source>{n} submitted</source>
        <translation>ஒப்படைத்தோர் {n}</translation>
    </message>
    <message>
        <source>{n} to look at</source>
        <translation>பார்க்க {n}</translation>
    </message>
    <message>
        <source>{n} to watch</source>
        <translation>கவனிக்க {n}</translation>
    </message>
    <message>
        <source>{n} writing</source>
        <translation>எழுதுவோர் {n}</translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message>
        <source>Download {title}</source>
        <translation>{title} ஐப் பதிவிறக்கு</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>தோல்வி</translation>
    </message>
    <message>
        <source>Go on with {title}</source>
        <translation>{title} ஐத் தொடர்</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>வைத்திருக்கிறது</translation>
    </message>
    <message>
        <source>More about {title}</source>
        <translation>{title} பற்றி மேலும்</translation>
    </message>
    <message>
        <source>New version on its way</source>
        <translation>புதிய பதிப்பு வருகிறது</translation>
    </message>
    <message>
        <source>On this PC</source>
        <translation>இந்தக் கணினியில்</translation>
    </message>
    <message>
        <source>Open {title}</source>
        <translation>{title} ஐத் திற</translation>
    </message>
    <message>
        <source>Pause {title}</source>
        <translation>{title} ஐ இடைநிறுத்து</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>இடைநிறுத்தப்பட்டது</translation>
    </message>
    <message>
        <source>Try {title} again</source>
        <translation>{title} ஐ மீண்டும் முயற்சி செய்</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>காத்திருக்கிறது</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>{date} இற்குள்</translation>
    </message>
    <message>
        <source>yours until {date}</source>
        <translation>{date} வரை உங்களுடையது</translation>
    </message>
    <message>
        <source>{here} of {size}</source>
        <translation>{size} இல் {here}</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>A live class needs a network</source>
        <translation>நேரடி வகுப்பிற்கு இணைய இணைப்புத் தேவை</translation>
    </message>
    <message>
        <source>An exam is open on this computer</source>
        <translation>இந்தக் கணினியில் பரீட்சை ஒன்று திறந்துள்ளது</translation>
    </message>
    <message>
        <source>Finish it first; the class can be joined after that.</source>
        <translation>முதலில் அதை முடியுங்கள்; அதன்பின் வகுப்பில் இணையலாம்.</translation>
    </message>
    <message>
        <source>If it was recorded, you find it under Recordings.</source>
        <translation>அது பதிவு செய்யப்பட்டிருந்தால், “பதிவுகள்” இல் காணலாம்.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>சேர்</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>இணைகிறது…</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <translation>இன்னும் திறக்கவில்லை</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>திற</translation>
    </message>
    <message>
        <source>Open the timetable</source>
        <translation>நேரசூசியைத் திற</translation>
    </message>
    <message>
        <source>Opens {time}</source>
        <translation>திறப்பது {time}</translation>
    </message>
    <message>
        <source>Room: {room}</source>
        <translation>அறை: {room}</translation>
    </message>
    <message>
        <source>The name cannot be changed, so that everybody knows who is who.</source>
        <translation>யார் யார் என்று எல்லோருக்கும் தெரிய, பெயரை மாற்ற முடியாது.</translation>
    </message>
    <message>
        <source>The teacher has not come yet. You can go in and wait.</source>
        <translation>ஆசிரியர் இன்னும் வரவில்லை. நீங்கள் உள்ளே சென்று காத்திருக்கலாம்.</translation>
    </message>
    <message>
        <source>The teacher is there</source>
        <translation>ஆசிரியர் இருக்கிறார்</translation>
    </message>
    <message>
        <source>This lesson is held in a room</source>
        <translation>இந்தப் பாடம் வகுப்பறையில் நடைபெறுகிறது</translation>
    </message>
    <message>
        <source>This lesson is over</source>
        <translation>இந்தப் பாடம் முடிந்துவிட்டது</translation>
    </message>
    <message>
        <source>This lesson was cancelled</source>
        <translation>இந்தப் பாடம் இரத்துச் செய்யப்பட்டது</translation>
    </message>
    <message>
        <source>Until then, try your camera and your microphone. You can leave this page open.</source>
        <translation>அதுவரை உங்கள் கேமராவையும் ஒலிவாங்கியையும் சோதியுங்கள். இந்தப் பக்கத்தைத் திறந்தே வைக்கலாம்.</translation>
    </message>
    <message>
        <source>When you join, your students are told that the class begins.</source>
        <translation>நீங்கள் இணையும்போது, வகுப்பு தொடங்குவது உங்கள் மாணவர்களுக்கு அறிவிக்கப்படும்.</translation>
    </message>
    <message>
        <source>You can join as soon as there is one. What you chose here stays.</source>
        <translation>இணைப்பு வந்தவுடன் இணையலாம். இங்கே தெரிவுசெய்தவை அப்படியே இருக்கும்.</translation>
    </message>
    <message>
        <source>You join as {name}.</source>
        <translation>நீங்கள் {name} என்ற பெயரில் இணைகிறீர்கள்.</translation>
    </message>
</context>
<context>
    <name>JoinTimesCard</name>
    <message>
        <source>Ask again</source>
        <translation>மீண்டும் கேட்கவும்</translation>
    </message>
    <message>
        <source>Asking who was in the meeting…</source>
        <translation>கூட்டத்தில் யார் இருந்தனர் எனக் கேட்கிறது…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>மூடவும்</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>உறுதிப்படுத்தவும்</translation>
    </message>
    <message>
        <source>Confirm all {count}</source>
        <translation>{count} ஐயும் உறுதிப்படுத்தவும்</translation>
    </message>
    <message>
        <source>Everybody is marked.</source>
        <translation>அனைவரும் குறிக்கப்பட்டுள்ளனர்.</translation>
    </message>
    <message>
        <source>From when people joined and left. Nothing is marked until you confirm it.</source>
        <translation>இணைந்த, வெளியேறிய நேரங்களின்படி. நீங்கள் உறுதிப்படுத்தும் வரை எதுவும் குறிக்கப்படாது.</translation>
    </message>
    <message>
        <source>Join times</source>
        <translation>இணைந்த நேரங்கள்</translation>
    </message>
    <message>
        <source>Nobody has joined yet.</source>
        <translation>இன்னும் யாரும் இணையவில்லை.</translation>
    </message>
    <message>
        <source>there {minutes} min</source>
        <translation>{minutes} நிமி இருந்தார்</translation>
    </message>
    <message>
        <source>{there}: too short to say</source>
        <translation>{there}: சொல்லப் போதாது</translation>
    </message>
</context>
<context>
    <name>LeaveSectionPanel</name>
    <message>
        <source>Leave this section</source>
        <translation>இப்பகுதியை விட்டு வெளியேறு</translation>
    </message>
    <message>
        <source>Leave “{section}”?</source>
        <translation>“{section}” பகுதியை விட்டு வெளியேறவா?</translation>
    </message>
    <message>
        <source>Next: “{section}”, {length}. Its time begins at once.</source>
        <translation>அடுத்து: “{section}”, {length}. அதன் நேரம் உடனே தொடங்கும்.</translation>
    </message>
    <message>
        <source>Next: “{section}”.</source>
        <translation>அடுத்து: “{section}”.</translation>
    </message>
    <message>
        <source>Not answered yet: {n}.</source>
        <translation>இன்னும் விடையளிக்காதவை: {n}.</translation>
    </message>
    <message>
        <source>Stay in this section</source>
        <translation>இப்பகுதியிலேயே இரு</translation>
    </message>
    <message>
        <source>You cannot come back to it. Its answers stay as they are.</source>
        <translation>நீங்கள் மீண்டும் இங்கு வர முடியாது. இதன் விடைகள் அப்படியே இருக்கும்.</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>A highlight, note or card</source>
        <translation>ஒரு சிறப்புக்குறி, குறிப்பு அல்லது அட்டை</translation>
    </message>
    <message>
        <source>An emergency file</source>
        <translation>ஓர் அவசரக் கோப்பு</translation>
    </message>
    <message>
        <source>At school</source>
        <translation>பாடசாலையில்</translation>
    </message>
    <message>
        <source>Attendance of {lesson}: 1 mark</source>
        <translation>{lesson} வருகை: 1 குறி</translation>
    </message>
    <message>
        <source>Attendance of {lesson}: {count} marks</source>
        <translation>{lesson} வருகை: {count} குறிகள்</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>பரீட்சை</translation>
    </message>
    <message>
        <source>Marks given in an exam</source>
        <translation>பரீட்சையில் இட்ட புள்ளிகள்</translation>
    </message>
    <message>
        <source>Material changed: {document}</source>
        <translation>பாடப்பொருள் மாற்றப்பட்டது: {document}</translation>
    </message>
    <message>
        <source>Material deleted: {document}</source>
        <translation>பாடப்பொருள் நீக்கப்பட்டது: {document}</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>கவனம் தேவை</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>இந்தக் கணினியில்</translation>
    </message>
    <message>
        <source>Read: {notice}</source>
        <translation>படித்தது: {notice}</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>அனுப்பப்படுகிறது</translation>
    </message>
    <message>
        <source>When you were in the live class of {lesson}</source>
        <translation>{lesson} நேரடி வகுப்பில் நீங்கள் இருந்த நேரம்</translation>
    </message>
    <message>
        <source>Where you stopped in {document}</source>
        <translation>{document} இல் நீங்கள் நிறுத்திய இடம்</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>ஓர் ஆவணம்</translation>
    </message>
    <message>
        <source>a lesson</source>
        <translation>ஒரு பாடம்</translation>
    </message>
    <message>
        <source>a notice</source>
        <translation>ஒரு அறிவிப்பு</translation>
    </message>
    <message>
        <source>{exam}: {count} entries of the journal</source>
        <translation>{exam}: {count} பதிவுகள்</translation>
    </message>
    <message>
        <source>{waiting} of {count} still on this computer only</source>
        <translation>{count}இல் {waiting} இன்னும் இந்தக் கணினியில் மட்டுமே</translation>
    </message>
</context>
<context>
    <name>LedgerPanel</name>
    <message>
        <source>Close</source>
        <translation>மூடு</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>கோப்பாக எடு</translation>
    </message>
    <message>
        <source>Export what was written here</source>
        <translation>இங்கே எழுதியவற்றைக் கோப்பாக எடு</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>கோப்பாக எடுக்கப்பட்டது</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>எதுவும் காத்திருக்கவில்லை</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>மீண்டும் அனுப்பு</translation>
    </message>
    <message>
        <source>What was written here</source>
        <translation>இங்கே எழுதியவை</translation>
    </message>
    <message>
        <source>What you write appears here until it is at school.</source>
        <translation>நீங்கள் எழுதுவது பாடசாலையைச் சேரும் வரை இங்கே தெரியும்.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>at school</source>
        <translation>பாடசாலையில்</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>குறியிட்டது</translation>
    </message>
    <message>
        <source>on this PC</source>
        <translation>இந்தக் கணினியில்</translation>
    </message>
</context>
<context>
    <name>LessonChooser</name>
    <message>
        <source>Today</source>
        <translation>இன்று</translation>
    </message>
    <message>
        <source>online</source>
        <translation>இணையவழி</translation>
    </message>
    <message>
        <source>{marked} of {total}</source>
        <translation>{total}இல் {marked}</translation>
    </message>
</context>
<context>
    <name>LessonsCard</name>
    <message>
        <source>Cancelled</source>
        <translation>இரத்து</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>மாற்றம்</translation>
    </message>
    <message>
        <source>Mark attendance</source>
        <translation>வருகையைக் குறி</translation>
    </message>
    <message>
        <source>No lessons today</source>
        <translation>இன்று பாடங்கள் இல்லை</translation>
    </message>
    <message>
        <source>Nothing on this computer yet</source>
        <translation>இந்தக் கணினியில் இன்னும் எதுவும் இல்லை</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>இணையவழி</translation>
    </message>
    <message>
        <source>Your lessons are fetched as soon as there is a network.</source>
        <translation>இணைப்பு வந்தவுடன் உங்கள் பாடங்கள் பெறப்படும்.</translation>
    </message>
    <message>
        <source>moved from {time}</source>
        <translation>முன்பு {time}</translation>
    </message>
    <message>
        <source>moved {length} earlier</source>
        <translation>{length} முன்னதாக</translation>
    </message>
    <message>
        <source>moved {length} later</source>
        <translation>{length} தாமதமாக</translation>
    </message>
    <message>
        <source>now in {room}</source>
        <translation>இப்போது {room} இல்</translation>
    </message>
    <message>
        <source>online</source>
        <translation>இணையவழி</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Document</source>
        <translation>ஆவணம்</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>குறிப்புகள்</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>படம்</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>ஒலிப்பதிவு</translation>
    </message>
    <message>
        <source>The school has put up an empty file. Tell your teacher.</source>
        <translation>பள்ளி வெற்றுக் கோப்பை வைத்துள்ளது. உங்கள் ஆசிரியரிடம் சொல்லுங்கள்.</translation>
    </message>
    <message>
        <source>The school no longer has this file.</source>
        <translation>பள்ளியில் இந்தக் கோப்பு இப்போது இல்லை.</translation>
    </message>
    <message>
        <source>The school refuses this file. Tell your teacher.</source>
        <translation>பள்ளி இந்தக் கோப்பை மறுக்கிறது. உங்கள் ஆசிரியரிடம் சொல்லுங்கள்.</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>காணொளி</translation>
    </message>
    <message>
        <source>Waits for the hours you set</source>
        <translation>நீங்கள் குறித்த நேரத்துக்குக் காத்திருக்கிறது</translation>
    </message>
    <message>
        <source>Waits: the space for study files is full</source>
        <translation>காத்திருக்கிறது: படிப்புக் கோப்புகளுக்கான இடம் நிறைந்துவிட்டது</translation>
    </message>
    <message>
        <source>Waits: this disk is nearly full</source>
        <translation>காத்திருக்கிறது: இந்த வட்டு கிட்டத்தட்ட நிறைந்துவிட்டது</translation>
    </message>
    <message>
        <source>Waits: this network counts data</source>
        <translation>காத்திருக்கிறது: இந்த இணைப்பு தரவைக் கணக்கிடுகிறது</translation>
    </message>
    <message>
        <source>Waits: today&apos;s limit is used up</source>
        <translation>காத்திருக்கிறது: இன்றைய வரம்பு முடிந்தது</translation>
    </message>
    <message>
        <source>What arrives is not what the school announced. Try again later.</source>
        <translation>வருவது பள்ளி அறிவித்தது அல்ல. பின்னர் மீண்டும் முயலுங்கள்.</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>About {time}.</source>
        <translation>சுமார் {time}.</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>வகுப்பு வாரியாக</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>பதிவிறக்கத்தை ரத்துசெய்</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>பதிவிறக்கு</translation>
    </message>
    <message>
        <source>Download a file, a class, or everything for tomorrow.</source>
        <translation>ஒரு கோப்பை, ஒரு வகுப்பை அல்லது நாளைக்கு வேண்டிய அனைத்தையும் பதிவிறக்குங்கள்.</translation>
    </message>
    <message>
        <source>Download all</source>
        <translation>அனைத்தையும் பதிவிறக்கு</translation>
    </message>
    <message>
        <source>Download on this network</source>
        <translation>இந்த வலையமைப்பில் பதிவிறக்கு</translation>
    </message>
    <message>
        <source>Everything for tomorrow</source>
        <translation>நாளைக்கு அனைத்தும்</translation>
    </message>
    <message>
        <source>Everything is here already</source>
        <translation>அனைத்தும் ஏற்கனவே இங்கே உள்ளன</translation>
    </message>
    <message>
        <source>Find material</source>
        <translation>பாடப்பொருளைத் தேடு</translation>
    </message>
    <message>
        <source>It begins when there is a network.</source>
        <translation>இணைப்பு கிடைத்ததும் தொடங்கும்.</translation>
    </message>
    <message>
        <source>Keep on this PC</source>
        <translation>இந்தக் கணினியில் வைத்திரு</translation>
    </message>
    <message>
        <source>Look for a part of the title, in any language.</source>
        <translation>தலைப்பின் ஒரு பகுதியை எந்த மொழியிலும் தேடுங்கள்.</translation>
    </message>
    <message>
        <source>No longer keep on this PC</source>
        <translation>இந்தக் கணினியில் இனி வைத்திருக்காதே</translation>
    </message>
    <message>
        <source>No material yet</source>
        <translation>இன்னும் பாடப்பொருள் இல்லை</translation>
    </message>
    <message>
        <source>Not enough room</source>
        <translation>போதிய இடமில்லை</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>எதுவும் கிடைக்கவில்லை</translation>
    </message>
    <message>
        <source>Nothing on its way</source>
        <translation>எதுவும் வரவில்லை</translation>
    </message>
    <message>
        <source>Nothing on this PC yet</source>
        <translation>இந்தக் கணினியில் இன்னும் எதுவும் இல்லை</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>வருகிறது</translation>
    </message>
    <message>
        <source>On this PC</source>
        <translation>இந்தக் கணினியில்</translation>
    </message>
    <message>
        <source>One file, {size}.</source>
        <translation>ஒரு கோப்பு, {size}.</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>வெளியீடுகள்</translation>
    </message>
    <message>
        <source>Remove from this PC</source>
        <translation>இந்தக் கணினியிலிருந்து அகற்று</translation>
    </message>
    <message>
        <source>Settings of downloads</source>
        <translation>பதிவிறக்க அமைப்புகள்</translation>
    </message>
    <message>
        <source>What you download is shown here until it has arrived.</source>
        <translation>நீங்கள் பதிவிறக்குவது வந்து சேரும் வரை இங்கே காட்டப்படும்.</translation>
    </message>
    <message>
        <source>What your teachers put up appears here.</source>
        <translation>உங்கள் ஆசிரியர்கள் வைப்பவை இங்கே தோன்றும்.</translation>
    </message>
    <message>
        <source>When room is needed, what you have not read for longest goes first ({size}). What you keep or what is still due stays.</source>
        <translation>இடம் தேவைப்படும்போது, நீங்கள் நீண்ட நாள் படிக்காதவை முதலில் அகலும் ({size}). நீங்கள் வைத்திருப்பவையும் இன்னும் முடிக்க வேண்டியவையும் இருக்கும்.</translation>
    </message>
    <message>
        <source>{count} files, {size}.</source>
        <translation>{count} கோப்புகள், {size}.</translation>
    </message>
    <message>
        <source>{free} free on this disk.</source>
        <translation>இந்த வட்டில் {free} காலியாக உள்ளது.</translation>
    </message>
    <message>
        <source>{here} of {size} fetched today.</source>
        <translation>இன்று {size} இல் {here} பெறப்பட்டது.</translation>
    </message>
    <message>
        <source>{size} do not fit. Remove or no longer keep some files first.</source>
        <translation>{size} க்கு இடமில்லை. முதலில் சில கோப்புகளை அகற்றுங்கள் அல்லது வைத்திருப்பதை நிறுத்துங்கள்.</translation>
    </message>
    <message>
        <source>{size} that you have not read for longest will be removed.</source>
        <translation>நீங்கள் நீண்ட நாள் படிக்காத {size} அகற்றப்படும்.</translation>
    </message>
    <message>
        <source>{used} of {quota} used for study files</source>
        <translation>படிப்புக் கோப்புகளுக்கு {quota} இல் {used} பயன்படுகிறது</translation>
    </message>
</context>
<context>
    <name>LicenceDialog</name>
    <message>
        <source>Accept</source>
        <translation>ஏற்கிறேன்</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>மூடு</translation>
    </message>
    <message>
        <source>It is recorded that {person} accepted these terms, and when.</source>
        <translation>{person} இந்த நிபந்தனைகளை ஏற்றதும், எப்போது என்பதும் பதிவாகும்.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>இப்போது வேண்டாம்</translation>
    </message>
    <message>
        <source>Terms of the face models</source>
        <translation>முகம் அறியும் கோப்புகளின் நிபந்தனைகள்</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Ask who sent it for a new one, or look in your timetable.</source>
        <translation>அனுப்பியவரிடம் புதியதைக் கேளுங்கள், அல்லது உங்கள் நேரசூசியைப் பாருங்கள்.</translation>
    </message>
    <message>
        <source>It opens after that.</source>
        <translation>அதன்பின் அது திறக்கும்.</translation>
    </message>
    <message>
        <source>LearnUp cannot open this link</source>
        <translation>LearnUp இந்த இணைப்பைத் திறக்க முடியாது</translation>
    </message>
    <message>
        <source>Sign in to join the class</source>
        <translation>வகுப்பில் இணைய உள்நுழையுங்கள்</translation>
    </message>
</context>
<context>
    <name>LiveClass</name>
    <message>
        <source>Join</source>
        <translation>சேர்</translation>
    </message>
    <message>
        <source>Live classes are for students and their teacher</source>
        <translation>நேரடி வகுப்புகள் மாணவர்களுக்கும் அவர்களின் ஆசிரியருக்கும் உரியவை</translation>
    </message>
    <message>
        <source>{subject}: the class has begun</source>
        <translation>{subject}: வகுப்பு தொடங்கிவிட்டது</translation>
    </message>
    <message>
        <source>{teacher} is there. You can join now.</source>
        <translation>{teacher} இருக்கிறார். இப்போது இணையலாம்.</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>A live class is joined from Today or the timetable.</source>
        <translation>நேரலை வகுப்பில் இன்று பக்கத்திலிருந்தோ கால அட்டவணையிலிருந்தோ சேரலாம்.</translation>
    </message>
    <message>
        <source>Ask your teacher if you think this was a mistake.</source>
        <translation>இது தவறு என்று நினைத்தால் ஆசிரியரிடம் கேளுங்கள்.</translation>
    </message>
    <message>
        <source>Back to the class</source>
        <translation>வகுப்புக்குத் திரும்பு</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>கேமராவை நிறுத்து</translation>
    </message>
    <message>
        <source>Camera on</source>
        <translation>கேமராவை இயக்கு</translation>
    </message>
    <message>
        <source>It may still be going on.</source>
        <translation>அது இன்னும் நடந்துகொண்டிருக்கலாம்.</translation>
    </message>
    <message>
        <source>Join again</source>
        <translation>மீண்டும் சேருங்கள்</translation>
    </message>
    <message>
        <source>Leave the class</source>
        <translation>வகுப்பிலிருந்து வெளியேறு</translation>
    </message>
    <message>
        <source>Lower hand</source>
        <translation>கையை இறக்குங்கள்</translation>
    </message>
    <message>
        <source>Microphone off</source>
        <translation>ஒலிவாங்கியை நிறுத்து</translation>
    </message>
    <message>
        <source>Microphone on</source>
        <translation>ஒலிவாங்கியை இயக்கு</translation>
    </message>
    <message>
        <source>No class is going on</source>
        <translation>வகுப்பு எதுவும் நடக்கவில்லை</translation>
    </message>
    <message>
        <source>Open the timetable</source>
        <translation>கால அட்டவணையைத் திற</translation>
    </message>
    <message>
        <source>Raise hand</source>
        <translation>கையை உயர்த்துங்கள்</translation>
    </message>
    <message>
        <source>The class is in a window of its own. You can go on in LearnUp; it stays on.</source>
        <translation>வகுப்பு தனிச் சாளரத்தில் உள்ளது. நீங்கள் LearnUp-இல் தொடரலாம்; வகுப்பு நடந்துகொண்டிருக்கும்.</translation>
    </message>
    <message>
        <source>The class is over</source>
        <translation>வகுப்பு முடிந்தது</translation>
    </message>
    <message>
        <source>The class&apos;s window has closed by itself</source>
        <translation>வகுப்பின் சாளரம் தானாக மூடப்பட்டது</translation>
    </message>
    <message>
        <source>The fault is ours, or this computer is short of memory. Nothing you wrote is lost.</source>
        <translation>தவறு எங்களுடையது, அல்லது இந்தக் கணினியில் நினைவகம் போதவில்லை. நீங்கள் எழுதிய எதுவும் இழக்கப்படவில்லை.</translation>
    </message>
    <message>
        <source>You left the class</source>
        <translation>நீங்கள் வகுப்பிலிருந்து வெளியேறினீர்கள்</translation>
    </message>
    <message>
        <source>You were sent out of the class</source>
        <translation>நீங்கள் வகுப்பிலிருந்து வெளியேற்றப்பட்டீர்கள்</translation>
    </message>
    <message>
        <source>{count} in the class</source>
        <translation>வகுப்பில் {count} பேர்</translation>
    </message>
</context>
<context>
    <name>LobbyPage</name>
    <message>
        <source>A person decides about every flag, and you can reply to it.</source>
        <translation>ஒவ்வொரு குறிப்பையும் ஒரு மனிதரே முடிவு செய்வார்; நீங்கள் பதில் சொல்லலாம்.</translation>
    </message>
    <message>
        <source>Arranged for you</source>
        <translation>உங்களுக்கான சிறப்பு ஏற்பாடுகள்</translation>
    </message>
    <message>
        <source>By the server&apos;s clock.</source>
        <translation>சேவையகக் கடிகாரத்தின்படி.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>மூடப்பட்டது</translation>
    </message>
    <message>
        <source>Code for support: {code}</source>
        <translation>உதவிக்கான குறியீடு: {code}</translation>
    </message>
    <message>
        <source>Every answer, and when it was written.</source>
        <translation>ஒவ்வொரு விடையும், அது எழுதப்பட்ட நேரமும்.</translation>
    </message>
    <message>
        <source>First agree to what is recorded.</source>
        <translation>முதலில், பதிவாகுபவற்றுக்குச் சம்மதியுங்கள்.</translation>
    </message>
    <message>
        <source>First: {what}, {how}.</source>
        <translation>முதலில்: {what}, {how}.</translation>
    </message>
    <message>
        <source>I have read this and agree that my exam is recorded so.</source>
        <translation>இதைப் படித்தேன்; என் பரீட்சை இவ்வாறு பதிவாகச் சம்மதிக்கிறேன்.</translation>
    </message>
    <message>
        <source>Is this PC ready?</source>
        <translation>இந்தக் கணினி தயாரா?</translation>
    </message>
    <message>
        <source>It goes as an exam goes, with camera, clock and receipt, so that nothing is new to you on the day. Its marks do not count.</source>
        <translation>அன்றைய நாளில் எதுவும் உங்களுக்குப் புதிதாக இராதபடி, கமரா, நேரம், பற்றுச்சீட்டு என அனைத்தும் பரீட்சை போலவே நடக்கும். புள்ளிகள் கணக்கில் எடுக்கப்படா.</translation>
    </message>
    <message>
        <source>One moment, this PC is being looked at.</source>
        <translation>ஒரு கணம், இந்தக் கணினி சோதிக்கப்படுகிறது.</translation>
    </message>
    <message>
        <source>Open until {time}</source>
        <translation>{time} வரை திறப்பு</translation>
    </message>
    <message>
        <source>Opens {time}</source>
        <translation>திறப்பது {time}</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>விதிகள்</translation>
    </message>
    <message>
        <source>Single pictures around what was noticed, deleted after {days} days. No film, no sound.</source>
        <translation>ஏதாவது கவனித்தால் தனிப் படங்கள்; {days} நாட்களுக்குப் பின் நீக்கப்படும். காணொளி இல்லை, ஒலி இல்லை.</translation>
    </message>
    <message>
        <source>Start the exam</source>
        <translation>பரீட்சையைத் தொடங்கு</translation>
    </message>
    <message>
        <source>Starts in {time}</source>
        <translation>இன்னும் {time} இல் தொடங்கும்</translation>
    </message>
    <message>
        <source>The exam is over.</source>
        <translation>பரீட்சை முடிந்துவிட்டது.</translation>
    </message>
    <message>
        <source>The time begins when you press it.</source>
        <translation>அழுத்தியவுடன் நேரம் தொடங்கும்.</translation>
    </message>
    <message>
        <source>This is a practice paper</source>
        <translation>இது பயிற்சி வினாத்தாள்</translation>
    </message>
    <message>
        <source>What is recorded, and who sees it</source>
        <translation>எது பதிவாகும், யார் பார்ப்பர்</translation>
    </message>
    <message>
        <source>What this PC can guarantee</source>
        <translation>இந்தக் கணினி உறுதியளிக்கக்கூடியவை</translation>
    </message>
    <message>
        <source>Whether one person, and the same person, sits before the camera.</source>
        <translation>கமராவின் முன் ஒருவர், அதே நபர் இருக்கிறாரா என்பது.</translation>
    </message>
    <message>
        <source>Whether this PC is used from afar, is a virtual machine, or runs a listed program.</source>
        <translation>இந்தக் கணினி தொலைவிலிருந்து பயன்படுத்தப்படுகிறதா, மெய்நிகர் கணினியா, பட்டியலில் உள்ள நிரலை இயக்குகிறதா என்பது.</translation>
    </message>
    <message>
        <source>Whether this window is left, a second display is connected, or text is pasted in.</source>
        <translation>இந்தச் சாளரத்தை விட்டுச் செல்வது, இரண்டாவது திரையை இணைப்பது, வெளியிலிருந்து ஒட்டுவது.</translation>
    </message>
    <message>
        <source>Your camera</source>
        <translation>உங்கள் கமரா</translation>
    </message>
    <message>
        <source>Your teacher sees the same. Nothing of it keeps you from the exam.</source>
        <translation>உங்கள் ஆசிரியரும் இதையே காண்பார். இவற்றில் எதுவும் உங்களைப் பரீட்சையிலிருந்து தடுக்காது.</translation>
    </message>
    <message>
        <source>Your teacher writes: {note}</source>
        <translation>உங்கள் ஆசிரியர் எழுதுகிறார்: {note}</translation>
    </message>
    <message>
        <source>Your teachers of this class see it, and you. Nobody else.</source>
        <translation>இவ்வகுப்பின் ஆசிரியர்களும் நீங்களும் மட்டுமே பார்ப்பீர்கள்.</translation>
    </message>
    <message>
        <source>{subject} · {questions} questions · {marks} marks · {length}</source>
        <translation>{subject} · {questions} வினாக்கள் · {marks} புள்ளிகள் · {length}</translation>
    </message>
</context>
<context>
    <name>LostPassword</name>
    <message>
        <source>Back to signing in</source>
        <translation>உள்நுழைவுக்குத் திரும்பு</translation>
    </message>
    <message>
        <source>Code for support: {code}</source>
        <translation>உதவிக்கான குறியீடு: {code}</translation>
    </message>
    <message>
        <source>Code from the letter</source>
        <translation>கடிதத்தில் உள்ள குறியீடு</translation>
    </message>
    <message>
        <source>If there is such an account, a letter with a code is on its way to its e-mail address. It can take a few minutes. No letter? Ask at your school.</source>
        <translation>அப்படியொரு கணக்கு இருந்தால், குறியீட்டுடன் ஒரு கடிதம் அதன் மின்னஞ்சல் முகவரிக்கு அனுப்பப்பட்டுள்ளது. சில நிமிடங்கள் ஆகலாம். கடிதம் வரவில்லையா? உங்கள் பாடசாலையில் கேளுங்கள்.</translation>
    </message>
    <message>
        <source>Look again, or ask for another one.</source>
        <translation>மீண்டும் பாருங்கள், அல்லது வேறு குறியீட்டைக் கேளுங்கள்.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>பெயர்</translation>
    </message>
    <message>
        <source>Name or e-mail address</source>
        <translation>பெயர் அல்லது மின்னஞ்சல் முகவரி</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>புதிய கடவுச்சொல்</translation>
    </message>
    <message>
        <source>Send another code</source>
        <translation>வேறு குறியீட்டை அனுப்பு</translation>
    </message>
    <message>
        <source>Send me a code</source>
        <translation>எனக்குக் குறியீட்டை அனுப்பு</translation>
    </message>
    <message>
        <source>Set the new password</source>
        <translation>புதிய கடவுச்சொல்லை அமை</translation>
    </message>
    <message>
        <source>This code is not right, or it is too old.</source>
        <translation>இந்தக் குறியீடு சரியில்லை, அல்லது காலாவதியானது.</translation>
    </message>
    <message>
        <source>This password is too easy to guess.</source>
        <translation>இந்தக் கடவுச்சொல் எளிதில் ஊகிக்கக்கூடியது.</translation>
    </message>
    <message>
        <source>Try again when there is a network.</source>
        <translation>இணைப்பு இருக்கும்போது மீண்டும் முயற்சிக்கவும்.</translation>
    </message>
    <message>
        <source>Type a new password.</source>
        <translation>புதிய கடவுச்சொல்லை உள்ளிடுங்கள்.</translation>
    </message>
    <message>
        <source>Type the code from the letter.</source>
        <translation>கடிதத்தில் உள்ள குறியீட்டை உள்ளிடுங்கள்.</translation>
    </message>
    <message>
        <source>Type your name.</source>
        <translation>உங்கள் பெயரை உள்ளிடுங்கள்.</translation>
    </message>
    <message>
        <source>Use at least eight characters, and not your name.</source>
        <translation>உங்கள் பெயரைத் தவிர்த்து, குறைந்தது எட்டு எழுத்துகளைப் பயன்படுத்துங்கள்.</translation>
    </message>
    <message>
        <source>We send a code to the e-mail address that your school has of you.</source>
        <translation>பாடசாலையிடம் உள்ள உங்கள் மின்னஞ்சல் முகவரிக்கு ஒரு குறியீட்டை அனுப்புகிறோம்.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Page</source>
        <translation>பக்கம்</translation>
    </message>
</context>
<context>
    <name>MarkView</name>
    <message>
        <source>A number from 0 to the marks of the question, at most two decimals.</source>
        <translation>0 முதல் வினாவின் புள்ளிகள் வரை ஓர் எண், இரு தசமங்களுக்கு மேற்படாமல்.</translation>
    </message>
    <message>
        <source>Another answer counts since this was marked. The mark stays until you give another.</source>
        <translation>புள்ளி இட்ட பின் வேறு விடை கணக்கில் வந்துள்ளது. நீங்கள் புதிதாக இடும் வரை இப்புள்ளி நிலைக்கும்.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>பின்</translation>
    </message>
    <message>
        <source>By question</source>
        <translation>வினா வாரியாக</translation>
    </message>
    <message>
        <source>By student</source>
        <translation>மாணவர் வாரியாக</translation>
    </message>
    <message>
        <source>Comment (the student reads it)</source>
        <translation>கருத்து (மாணவர் படிப்பார்)</translation>
    </message>
    <message>
        <source>Enter saves and goes on. Up and down change by half a mark. Alt with ← → turns.</source>
        <translation>Enter சேமித்துத் தொடரும். மேல், கீழ் அரைப் புள்ளி மாற்றும். Alt உடன் ← → நகர்த்தும்.</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>பெயர்களை மறை</translation>
    </message>
    <message>
        <source>Marked by a teacher.</source>
        <translation>ஆசிரியர் புள்ளி இட்டார்.</translation>
    </message>
    <message>
        <source>Marked by the rules of the paper.</source>
        <translation>வினாத்தாளின் விதிகளால் புள்ளி இடப்பட்டது.</translation>
    </message>
    <message>
        <source>Marked on this PC; goes to school as soon as there is a network.</source>
        <translation>இக்கணினியில் புள்ளி இடப்பட்டது; இணைப்பு வந்ததும் பாடசாலைக்குச் செல்லும்.</translation>
    </message>
    <message>
        <source>Marks, of {n}</source>
        <translation>புள்ளிகள், {n} இல்</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>எதுவும் எழுதப்படவில்லை.</translation>
    </message>
    <message>
        <source>Picture {number}</source>
        <translation>படம் {number}</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>வினா</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>வினா {number}</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>சேமித்து அடுத்தது</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>தவிர்</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>மாணவர்</translation>
    </message>
    <message>
        <source>Student {number}</source>
        <translation>மாணவர் {number}</translation>
    </message>
    <message>
        <source>Take the mark back</source>
        <translation>புள்ளியைத் திரும்பப் பெறு</translation>
    </message>
    <message>
        <source>The rules propose a mark. Please look at it.</source>
        <translation>விதிகள் ஒரு புள்ளியை முன்மொழிகின்றன. தயவுசெய்து பாருங்கள்.</translation>
    </message>
    <message>
        <source>This picture is not here yet.</source>
        <translation>இப்படம் இன்னும் இங்கே இல்லை.</translation>
    </message>
    <message>
        <source>Waits for a mark.</source>
        <translation>புள்ளிக்காகக் காத்திருக்கிறது.</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>பாருங்கள்</translation>
    </message>
    <message>
        <source>to mark</source>
        <translation>புள்ளி இட</translation>
    </message>
    <message>
        <source>{done} of {total} answers marked</source>
        <translation>{total} விடைகளில் {done} க்குப் புள்ளி இடப்பட்டது</translation>
    </message>
    <message>
        <source>{name} · {n} to mark</source>
        <translation>{name} · புள்ளி இட {n}</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>At {time}</source>
        <translation>{time} இல்</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>பக்கக்குறி</translation>
    </message>
    <message>
        <source>Bookmark deleted</source>
        <translation>பக்கக்குறி நீக்கப்பட்டது</translation>
    </message>
    <message>
        <source>Bookmark this place</source>
        <translation>இந்த இடத்தைக் குறி</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>அட்டை</translation>
    </message>
    <message>
        <source>Card deleted</source>
        <translation>அட்டை நீக்கப்பட்டது</translation>
    </message>
    <message>
        <source>Card made</source>
        <translation>அட்டை உருவானது</translation>
    </message>
    <message>
        <source>Edit the card</source>
        <translation>அட்டையைத் திருத்து</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>குறிப்பைத் திருத்து</translation>
    </message>
    <message>
        <source>Highlight deleted</source>
        <translation>சிறப்புக்குறி நீக்கப்பட்டது</translation>
    </message>
    <message>
        <source>Highlight in {colour}</source>
        <translation>{colour} நிறத்தில் குறி</translation>
    </message>
    <message>
        <source>It waits for you under Study.</source>
        <translation>அது “கற்றல்” பகுதியில் உங்களுக்காக உள்ளது.</translation>
    </message>
    <message>
        <source>Make a card</source>
        <translation>அட்டை உருவாக்கு</translation>
    </message>
    <message>
        <source>No words are selected</source>
        <translation>சொற்கள் தெரியப்படவில்லை</translation>
    </message>
    <message>
        <source>Note deleted</source>
        <translation>குறிப்பு நீக்கப்பட்டது</translation>
    </message>
    <message>
        <source>Notes on {title}</source>
        <translation>{title} பற்றிய குறிப்புகள்</translation>
    </message>
    <message>
        <source>Notes saved</source>
        <translation>குறிப்புகள் சேமிக்கப்பட்டன</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>பக்கம் {number}</translation>
    </message>
    <message>
        <source>Place not found</source>
        <translation>இடம் கிடைக்கவில்லை</translation>
    </message>
    <message>
        <source>Save your notes</source>
        <translation>உங்கள் குறிப்புகளைச் சேமி</translation>
    </message>
    <message>
        <source>Select words with the mouse, with Shift and the arrow keys, or find them with Ctrl+F.</source>
        <translation>சுட்டியால் அல்லது Shift மற்றும் அம்பு விசைகளால் சொற்களைத் தேர்ந்தெடுங்கள், அல்லது Ctrl+F மூலம் தேடுங்கள்.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>மீளமை</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>குறிப்பு எழுது</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>நீலம்</translation>
    </message>
    <message>
        <source>green</source>
        <translation>பச்சை</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>இளஞ்சிவப்பு</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>மஞ்சள்</translation>
    </message>
</context>
<context>
    <name>MarkingPage</name>
    <message>
        <source>Analysis</source>
        <translation>பகுப்பாய்வு</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>பரீட்சை</translation>
    </message>
    <message>
        <source>Exams of your classes appear here once they have begun.</source>
        <translation>உங்கள் வகுப்புகளின் பரீட்சைகள் தொடங்கியதும் இங்கே தோன்றும்.</translation>
    </message>
    <message>
        <source>Index number</source>
        <translation>சுட்டெண்</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>புள்ளிகள்</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>பெயர்</translation>
    </message>
    <message>
        <source>No exam to mark</source>
        <translation>புள்ளி இடப் பரீட்சை இல்லை</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>மொத்தம்</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>இடம்</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>வெளியிடு</translation>
    </message>
    <message>
        <source>Publish all the same?</source>
        <translation>இருந்தும் வெளியிடவா?</translation>
    </message>
    <message>
        <source>Save the marks</source>
        <translation>புள்ளிகளைச் சேமி</translation>
    </message>
    <message>
        <source>Saved in {name}</source>
        <translation>{name} இல் சேமிக்கப்பட்டது</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>தனியே வைக்கப்பட்டவை</translation>
    </message>
    <message>
        <source>Some marks were not taken</source>
        <translation>சில புள்ளிகள் எடுக்கப்படவில்லை</translation>
    </message>
    <message>
        <source>Somebody else marked the same answers later, or the question was withdrawn. You see what counts.</source>
        <translation>வேறொருவர் அதே விடைகளுக்குப் பின்னர் புள்ளி இட்டார், அல்லது வினா நீக்கப்பட்டது. கணக்கில் உள்ளதையே காண்கிறீர்கள்.</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>மாணவர்</translation>
    </message>
    <message>
        <source>To mark</source>
        <translation>புள்ளி இட</translation>
    </message>
    <message>
        <source>{n} answers still wait for a mark. Students will see them as not marked.</source>
        <translation>{n} விடைகள் இன்னும் புள்ளிக்காகக் காத்திருக்கின்றன. மாணவருக்கு அவை புள்ளி இடப்படாதவையாகத் தெரியும்.</translation>
    </message>
    <message>
        <source>{n} students can see their marks</source>
        <translation>{n} மாணவர் தம் புள்ளிகளைக் காணலாம்</translation>
    </message>
</context>
<context>
    <name>MatchingEditor</name>
    <message>
        <source>Choose…</source>
        <translation>தெரிவு செய்க…</translation>
    </message>
    <message>
        <source>Partner of: {item}</source>
        <translation>இதற்குப் பொருந்துவது: {item}</translation>
    </message>
</context>
<context>
    <name>MaterialForm</name>
    <message>
        <source>Cancel</source>
        <translation>ரத்துசெய்</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>வகுப்பு</translation>
    </message>
    <message>
        <source>Put up</source>
        <translation>வெளியிடு</translation>
    </message>
    <message>
        <source>Show it to the class at once</source>
        <translation>உடனே வகுப்புக்குக் காட்டு</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>தலைப்பு</translation>
    </message>
    <message>
        <source>To be handed in</source>
        <translation>ஒப்படைக்க வேண்டிய நாள்</translation>
    </message>
</context>
<context>
    <name>MaterialRow</name>
    <message>
        <source>Draft</source>
        <translation>வரைவு</translation>
    </message>
    <message>
        <source>More about {title}</source>
        <translation>{title} பற்றி மேலும்</translation>
    </message>
    <message>
        <source>Not at school yet</source>
        <translation>இன்னும் பாடசாலைக்குச் சேரவில்லை</translation>
    </message>
    <message>
        <source>Publish {title}</source>
        <translation>{title} ஐ வெளியிடு</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>வெளியிடப்பட்டது</translation>
    </message>
    <message>
        <source>Take {title} back</source>
        <translation>{title} ஐத் திரும்பப் பெறு</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>{date} இற்குள்</translation>
    </message>
</context>
<context>
    <name>Materials</name>
    <message>
        <source>In {count} days</source>
        <translation>{count} நாட்களில்</translation>
    </message>
    <message>
        <source>It arrived damaged twice. Choose the file once more.</source>
        <translation>அது இருமுறை சேதமாக வந்தது. கோப்பை மீண்டும் தேர்ந்தெடுங்கள்.</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>தேதி இல்லை</translation>
    </message>
    <message>
        <source>Put up a file</source>
        <translation>கோப்பை வெளியிடு</translation>
    </message>
    <message>
        <source>The school does not take files of this size.</source>
        <translation>பாடசாலை இந்த அளவு கோப்புகளை ஏற்பதில்லை.</translation>
    </message>
    <message>
        <source>The school does not take this kind of file, or it is not one.</source>
        <translation>பாடசாலை இந்த வகைக் கோப்பை ஏற்பதில்லை, அல்லது இது அந்த வகை அல்ல.</translation>
    </message>
    <message>
        <source>The school refuses this file. Ask the office.</source>
        <translation>பாடசாலை இந்தக் கோப்பை மறுக்கிறது. அலுவலகத்தில் கேளுங்கள்.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>இன்று</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>நாளை</translation>
    </message>
    <message>
        <source>You no longer teach this class.</source>
        <translation>நீங்கள் இனி இந்த வகுப்புக்குக் கற்பிப்பதில்லை.</translation>
    </message>
</context>
<context>
    <name>MaterialsPage</name>
    <message>
        <source>Cancel</source>
        <translation>ரத்துசெய்</translation>
    </message>
    <message>
        <source>Change the date</source>
        <translation>தேதியை மாற்று</translation>
    </message>
    <message>
        <source>Change the title</source>
        <translation>தலைப்பை மாற்று</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>நீக்கு</translation>
    </message>
    <message>
        <source>Delete {title}?</source>
        <translation>{title} ஐ நீக்கவா?</translation>
    </message>
    <message>
        <source>Do not put it up</source>
        <translation>வெளியிட வேண்டாம்</translation>
    </message>
    <message>
        <source>Do not put it up?</source>
        <translation>வெளியிட வேண்டாமா?</translation>
    </message>
    <message>
        <source>It goes for everybody, also from computers that have downloaded it.</source>
        <translation>அது எல்லோருக்கும் நீங்கும், பதிவிறக்கிய கணினிகளிலிருந்தும்.</translation>
    </message>
    <message>
        <source>It is empty, larger than 512 MB, or of a kind that the library cannot show.</source>
        <translation>அது வெறுமையானது, 512 MB ஐ விடப் பெரியது, அல்லது நூலகம் காட்ட முடியாத வகை.</translation>
    </message>
    <message>
        <source>No class yet</source>
        <translation>இன்னும் வகுப்பு இல்லை</translation>
    </message>
    <message>
        <source>Nothing put up yet.</source>
        <translation>இன்னும் எதுவும் வெளியிடப்படவில்லை.</translation>
    </message>
    <message>
        <source>Put up a file</source>
        <translation>கோப்பை வெளியிடு</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>சேமி</translation>
    </message>
    <message>
        <source>Study material</source>
        <translation>பாடப்பொருள்</translation>
    </message>
    <message>
        <source>The classes you teach appear here.</source>
        <translation>நீங்கள் கற்பிக்கும் வகுப்புகள் இங்கே தோன்றும்.</translation>
    </message>
    <message>
        <source>This file cannot be put up</source>
        <translation>இந்தக் கோப்பை வெளியிட முடியாது</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>தலைப்பு</translation>
    </message>
    <message>
        <source>What has arrived at school is thrown away there. Your own file stays where it is.</source>
        <translation>பாடசாலைக்கு வந்தது அங்கே நீக்கப்படும். உங்கள் கோப்பு அதே இடத்தில் இருக்கும்.</translation>
    </message>
</context>
<context>
    <name>MediaViewer</name>
    <message>
        <source>Captions</source>
        <translation>வசனங்கள்</translation>
    </message>
    <message>
        <source>Captions {number}</source>
        <translation>வசனங்கள் {number}</translation>
    </message>
    <message>
        <source>No captions</source>
        <translation>வசனங்கள் இல்லை</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>இடைநிறுத்து</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>இயக்கு</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>இடம்</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>வேகம்</translation>
    </message>
    <message>
        <source>Ten seconds ahead</source>
        <translation>பத்து விநாடி முன்னே</translation>
    </message>
    <message>
        <source>Ten seconds back</source>
        <translation>பத்து விநாடி பின்னே</translation>
    </message>
    <message>
        <source>This recording cannot be played here. Tell your teacher.</source>
        <translation>இந்தப் பதிவை இங்கே இயக்க முடியாது. உங்கள் ஆசிரியரிடம் சொல்லுங்கள்.</translation>
    </message>
</context>
<context>
    <name>Medium</name>
    <message>
        <source>English</source>
        <translation>ஆங்கிலம்</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>சிங்களம்</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>தமிழ்</translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message>
        <source>Ask your teacher if you think this was a mistake.</source>
        <translation>இது தவறு என்று நினைத்தால் ஆசிரியரிடம் கேளுங்கள்.</translation>
    </message>
    <message>
        <source>Class is over</source>
        <translation>வகுப்பு முடிந்தது</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>இணைகிறது…</translation>
    </message>
    <message>
        <source>In class</source>
        <translation>வகுப்பில்</translation>
    </message>
    <message>
        <source>Join again</source>
        <translation>மீண்டும் சேருங்கள்</translation>
    </message>
    <message>
        <source>Joining the class</source>
        <translation>வகுப்பில் சேர்கிறது</translation>
    </message>
    <message>
        <source>Lower hand</source>
        <translation>கையை இறக்குங்கள்</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>ஒலிவாங்கியை நிறுத்துங்கள்</translation>
    </message>
    <message>
        <source>Not let in</source>
        <translation>அனுமதிக்கப்படவில்லை</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>அடைய முடியவில்லை</translation>
    </message>
    <message>
        <source>Not safe</source>
        <translation>பாதுகாப்பானதல்ல</translation>
    </message>
    <message>
        <source>On a slow line this takes up to half a minute.</source>
        <translation>மெதுவான இணைப்பில் இதற்கு அரை நிமிடம் வரை ஆகும்.</translation>
    </message>
    <message>
        <source>Password needed</source>
        <translation>கடவுச்சொல் தேவை</translation>
    </message>
    <message>
        <source>Raise hand</source>
        <translation>கையை உயர்த்துங்கள்</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>மீண்டும் இணைகிறது…</translation>
    </message>
    <message>
        <source>Sent out</source>
        <translation>வெளியேற்றப்பட்டீர்கள்</translation>
    </message>
    <message>
        <source>Switch camera off</source>
        <translation>கேமராவை நிறுத்துங்கள்</translation>
    </message>
    <message>
        <source>Switch camera on</source>
        <translation>கேமராவை இயக்குங்கள்</translation>
    </message>
    <message>
        <source>Switch microphone on</source>
        <translation>ஒலிவாங்கியை இயக்குங்கள்</translation>
    </message>
    <message>
        <source>The class cannot be reached</source>
        <translation>வகுப்பை அடைய முடியவில்லை</translation>
    </message>
    <message>
        <source>The class is over</source>
        <translation>வகுப்பு முடிந்தது</translation>
    </message>
    <message>
        <source>The class may be full or not open for you. Ask your teacher, then join again.</source>
        <translation>வகுப்பு நிரம்பியிருக்கலாம் அல்லது உங்களுக்குத் திறக்கப்படாமல் இருக்கலாம். ஆசிரியரிடம் கேட்டு மீண்டும் சேருங்கள்.</translation>
    </message>
    <message>
        <source>The line to the class was lost</source>
        <translation>வகுப்புடனான இணைப்பு துண்டிக்கப்பட்டது</translation>
    </message>
    <message>
        <source>The meeting server could not prove who it is, so nothing was sent. Check this computer&apos;s date and time, then tell your school.</source>
        <translation>கூட்டச் சேவையகம் தன்னை நிரூபிக்க முடியவில்லை; எனவே எதுவும் அனுப்பப்படவில்லை. இந்தக் கணினியின் தேதியையும் நேரத்தையும் சரிபார்த்து, பள்ளிக்குத் தெரிவியுங்கள்.</translation>
    </message>
    <message>
        <source>This connection is not safe</source>
        <translation>இந்த இணைப்பு பாதுகாப்பானதல்ல</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>இப்போது முயலுங்கள்</translation>
    </message>
    <message>
        <source>Waiting to be let in</source>
        <translation>அனுமதிக்காகக் காத்திருக்கிறது</translation>
    </message>
    <message>
        <source>We are joining again by ourselves. Your microphone and camera will be as they were.</source>
        <translation>நாங்களே மீண்டும் சேர்கிறோம். உங்கள் ஒலிவாங்கியும் கேமராவும் முன்பு போலவே இருக்கும்.</translation>
    </message>
    <message>
        <source>We go on trying. Check your internet connection, or use sound only to save data.</source>
        <translation>தொடர்ந்து முயல்கிறோம். இணைய இணைப்பைச் சரிபாருங்கள், அல்லது தரவைச் சேமிக்க ஒலி மட்டும் பயன்படுத்துங்கள்.</translation>
    </message>
    <message>
        <source>You can close this window.</source>
        <translation>இந்தச் சாளரத்தை மூடலாம்.</translation>
    </message>
    <message>
        <source>You left</source>
        <translation>நீங்கள் வெளியேறினீர்கள்</translation>
    </message>
    <message>
        <source>You were not let in</source>
        <translation>நீங்கள் அனுமதிக்கப்படவில்லை</translation>
    </message>
    <message>
        <source>You were sent out of the class</source>
        <translation>நீங்கள் வகுப்பிலிருந்து வெளியேற்றப்பட்டீர்கள்</translation>
    </message>
</context>
<context>
    <name>MeetingHead</name>
    <message>
        <source>Automatic</source>
        <translation>தானியங்கி</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>வெளியேறு</translation>
    </message>
    <message>
        <source>People, chat and materials</source>
        <translation>நபர்கள், உரையாடல், பாடப் பொருட்கள்</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>பதிவு செய்</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>பதிவாகிறது</translation>
    </message>
    <message>
        <source>Save data</source>
        <translation>தரவைச் சேமி</translation>
    </message>
    <message>
        <source>Show my screen</source>
        <translation>என் திரையைக் காட்டு</translation>
    </message>
    <message>
        <source>Sound only</source>
        <translation>ஒலி மட்டும்</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>பதிவை நிறுத்து</translation>
    </message>
    <message>
        <source>Stop showing my screen</source>
        <translation>என் திரையைக் காட்டுவதை நிறுத்து</translation>
    </message>
    <message>
        <source>To LearnUp</source>
        <translation>LearnUp-க்கு</translation>
    </message>
    <message>
        <source>What to ask of the line</source>
        <translation>இணைப்பைப் பயன்படுத்தும் விதம்</translation>
    </message>
</context>
<context>
    <name>MeetingPanel</name>
    <message>
        <source>Ask {name} to speak</source>
        <translation>{name} பேசுமாறு கேளுங்கள்</translation>
    </message>
    <message>
        <source>Beside the meeting</source>
        <translation>கூட்டத்தின் அருகில்</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>உரையாடல்</translation>
    </message>
    <message>
        <source>Chat ({count})</source>
        <translation>உரையாடல் ({count})</translation>
    </message>
    <message>
        <source>Close {name}, everybody comes back</source>
        <translation>{name} மூடு, அனைவரும் திரும்புவர்</translation>
    </message>
    <message>
        <source>Do not let {name} in</source>
        <translation>{name} அனுமதிக்க வேண்டாம்</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>அனுமதி</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>பாடப் பொருட்கள்</translation>
    </message>
    <message>
        <source>Message to the class</source>
        <translation>வகுப்புக்குச் செய்தி</translation>
    </message>
    <message>
        <source>Mute everyone</source>
        <translation>அனைவரையும் ஒலியடக்கு</translation>
    </message>
    <message>
        <source>No materials</source>
        <translation>பாடப் பொருட்கள் இல்லை</translation>
    </message>
    <message>
        <source>People</source>
        <translation>நபர்கள்</translation>
    </message>
    <message>
        <source>People ({count})</source>
        <translation>நபர்கள் ({count})</translation>
    </message>
    <message>
        <source>Room {number}</source>
        <translation>அறை {number}</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>அனுப்புங்கள்</translation>
    </message>
    <message>
        <source>Send {name} out</source>
        <translation>{name} வெளியேற்று</translation>
    </message>
    <message>
        <source>Somebody without a name</source>
        <translation>பெயரில்லாத ஒருவர்</translation>
    </message>
    <message>
        <source>Split into rooms</source>
        <translation>அறைகளாகப் பிரி</translation>
    </message>
    <message>
        <source>What your teacher gives out for this class appears here.</source>
        <translation>இந்த வகுப்புக்கு ஆசிரியர் தருபவை இங்கே தோன்றும்.</translation>
    </message>
    <message>
        <source>Who comes has to wait until I let them in</source>
        <translation>வருபவர்கள் நான் அனுமதிக்கும் வரை காத்திருக்க வேண்டும்</translation>
    </message>
    <message>
        <source>You</source>
        <translation>நீங்கள்</translation>
    </message>
    <message>
        <source>hand raised, place {place}</source>
        <translation>கை உயர்த்தியுள்ளார், வரிசை {place}</translation>
    </message>
    <message>
        <source>leads the class</source>
        <translation>வகுப்பை நடத்துகிறார்</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>இங்கே இல்லை</translation>
    </message>
    <message>
        <source>waits to be let in</source>
        <translation>அனுமதிக்காகக் காத்திருக்கிறார்</translation>
    </message>
    <message>
        <source>you</source>
        <translation>நீங்கள்</translation>
    </message>
    <message>
        <source>{count} in this room</source>
        <translation>இந்த அறையில் {count}</translation>
    </message>
    <message>
        <source>{here} here</source>
        <translation>{here} பேர் உள்ளனர்</translation>
    </message>
    <message>
        <source>{missing} not here</source>
        <translation>{missing} பேர் இல்லை</translation>
    </message>
    <message>
        <source>{name}, only to you</source>
        <translation>{name}, உங்களுக்கு மட்டும்</translation>
    </message>
</context>
<context>
    <name>MeetingWindow</name>
    <message>
        <source>A class is going on</source>
        <translation>வகுப்பு நடக்கிறது</translation>
    </message>
    <message>
        <source>End for everybody</source>
        <translation>அனைவருக்கும் முடி</translation>
    </message>
    <message>
        <source>Keep the bar</source>
        <translation>பட்டையை வைத்திரு</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>வெளியேறு</translation>
    </message>
    <message>
        <source>Leave the class?</source>
        <translation>வகுப்பிலிருந்து வெளியேறவா?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>திற</translation>
    </message>
    <message>
        <source>Open this link in your browser?</source>
        <translation>இந்த இணைப்பை உலாவியில் திறக்கவா?</translation>
    </message>
    <message>
        <source>Send out</source>
        <translation>வெளியேற்று</translation>
    </message>
    <message>
        <source>Send {name} out of the class?</source>
        <translation>{name} வகுப்பிலிருந்து வெளியேற்றவா?</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>இருங்கள்</translation>
    </message>
    <message>
        <source>The camera cannot be used. Is another program using it?</source>
        <translation>கேமராவைப் பயன்படுத்த முடியவில்லை. வேறு நிரல் அதைப் பயன்படுத்துகிறதா?</translation>
    </message>
    <message>
        <source>The class can go on without you, or end for everybody.</source>
        <translation>நீங்கள் இல்லாமல் வகுப்பு தொடரலாம், அல்லது அனைவருக்கும் முடியலாம்.</translation>
    </message>
    <message>
        <source>The microphone cannot be used. Is another program using it?</source>
        <translation>ஒலிவாங்கியைப் பயன்படுத்த முடியவில்லை. வேறு நிரல் அதைப் பயன்படுத்துகிறதா?</translation>
    </message>
    <message>
        <source>They can ask to come in again.</source>
        <translation>அவர்கள் மீண்டும் வர அனுமதி கேட்கலாம்.</translation>
    </message>
    <message>
        <source>You can also keep it in a small bar and do something else.</source>
        <translation>சிறிய பட்டையில் வைத்துக்கொண்டு வேறு வேலையும் செய்யலாம்.</translation>
    </message>
    <message>
        <source>{name} waits to be let in</source>
        <translation>{name} அனுமதிக்காகக் காத்திருக்கிறார்</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>New</source>
        <translation>புதியது</translation>
    </message>
    <message>
        <source>Press to read</source>
        <translation>வாசிக்க அழுத்துக</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>A camera picture is enough, nobody is recognised</source>
        <translation>கமராப் படம் மட்டும் போதும், யாரும் அடையாளம் காணப்படுவதில்லை</translation>
    </message>
    <message>
        <source>A face model is damaged</source>
        <translation>முகம் அறியும் கோப்பு ஒன்று சேதமடைந்துள்ளது</translation>
    </message>
    <message>
        <source>A file on this computer is damaged.</source>
        <translation>இந்தக் கணினியில் ஒரு கோப்பு பழுதடைந்துள்ளது.</translation>
    </message>
    <message>
        <source>A graphics card that fits spares the processor. Where there is none, the processor does it.</source>
        <translation>பொருத்தமான வரைகலை அட்டை செயலியின் வேலையைக் குறைக்கும். இல்லையெனில் செயலியே அதைச் செய்யும்.</translation>
    </message>
    <message>
        <source>A helper may be in the picture</source>
        <translation>உதவியாளர் ஒருவர் படத்தில் இருக்கலாம்</translation>
    </message>
    <message>
        <source>A magnifier or a helper may see the screen</source>
        <translation>உருப்பெருக்கியோ உதவியாளரோ திரையைப் பார்க்கலாம்</translation>
    </message>
    <message>
        <source>A program on your school&apos;s list is running.</source>
        <translation>உங்கள் பாடசாலையின் பட்டியலில் உள்ள மென்பொருள் இயங்குகிறது.</translation>
    </message>
    <message>
        <source>A second display is allowed</source>
        <translation>இரண்டாவது திரைக்கு அனுமதி உண்டு</translation>
    </message>
    <message>
        <source>A second display is connected.</source>
        <translation>இரண்டாவது திரை இணைக்கப்பட்டுள்ளது.</translation>
    </message>
    <message>
        <source>A video file and the simulated camera are for trying out.</source>
        <translation>காணொளிக் கோப்பும் மாதிரிக் கமராவும் முயன்று பார்க்கவே.</translation>
    </message>
    <message>
        <source>A virtual machine is noticed</source>
        <translation>மெய்நிகர் கணினி என்றால் அறியப்படும்</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>மேம்பட்டவை</translation>
    </message>
    <message>
        <source>All places of this seminar are taken.</source>
        <translation>இந்தக் கருத்தரங்கின் இடங்கள் அனைத்தும் நிரம்பிவிட்டன.</translation>
    </message>
    <message>
        <source>Also previews</source>
        <translation>முன்னோட்டங்களும்</translation>
    </message>
    <message>
        <source>Also with no network, while LearnUp is open.</source>
        <translation>இணைப்பு இல்லாதபோதும், LearnUp திறந்திருக்கும் வரை.</translation>
    </message>
    <message>
        <source>An exam and a live class cannot go on at the same time.</source>
        <translation>பரீட்சையும் நேரடி வகுப்பும் ஒரே நேரத்தில் நடைபெற முடியாது.</translation>
    </message>
    <message>
        <source>Another program uses the camera. Close that program.</source>
        <translation>வேறொரு நிரல் கமராவைப் பயன்படுத்துகிறது. அந்த நிரலை மூடுங்கள்.</translation>
    </message>
    <message>
        <source>Answers stay off the clipboard</source>
        <translation>பதில்கள் கிளிப்போர்டுக்குச் செல்லாது</translation>
    </message>
    <message>
        <source>As fast as it comes</source>
        <translation>முடிந்த வேகத்தில்</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>கணினிப்படி</translation>
    </message>
    <message>
        <source>As the computer says</source>
        <translation>கணினி கூறுவது போல</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>என்னிடம் கேள்</translation>
    </message>
    <message>
        <source>Ask the school if you want to go on with it.</source>
        <translation>தொடர விரும்பினால் பாடசாலையிடம் கேளுங்கள்.</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer to allow LearnUp to write to its folder.</source>
        <translation>LearnUp தன் கோப்புறையில் எழுத அனுமதிக்குமாறு இந்தக் கணினியைப் பராமரிப்பவரிடம் கேளுங்கள்.</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer to allow it.</source>
        <translation>இந்தக் கணினியைப் பராமரிப்பவரிடம் அனுமதி கேளுங்கள்.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>கமரா</translation>
    </message>
    <message>
        <source>Camera and face recognition</source>
        <translation>கமராவும் முக அடையாளமும்</translation>
    </message>
    <message>
        <source>Camera covered</source>
        <translation>கமரா மறைக்கப்பட்டுள்ளது</translation>
    </message>
    <message>
        <source>Camera for exams</source>
        <translation>பரீட்சைகளுக்கான கமரா</translation>
    </message>
    <message>
        <source>Camera is starting</source>
        <translation>கமரா தொடங்குகிறது</translation>
    </message>
    <message>
        <source>Camera not connected</source>
        <translation>கமரா இணைக்கப்படவில்லை</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>கமரா நிறுத்தம்</translation>
    </message>
    <message>
        <source>Camera on</source>
        <translation>கமரா இயங்குகிறது</translation>
    </message>
    <message>
        <source>Camera only, nobody was recognised</source>
        <translation>கமரா மட்டும், யாரும் அடையாளம் காணப்படவில்லை</translation>
    </message>
    <message>
        <source>Camera restarts, go on writing</source>
        <translation>கமரா மீண்டும் தொடங்குகிறது, எழுதுங்கள்</translation>
    </message>
    <message>
        <source>Camera, face recognition and liveness</source>
        <translation>கமரா, முக அடையாளம், உயிர்ப்புச் சோதனை</translation>
    </message>
    <message>
        <source>Cards beyond it wait for the next day. The same card again on one day does not count.</source>
        <translation>அதற்கு மேற்பட்ட அட்டைகள் மறுநாள் வரை காத்திருக்கும். ஒரே நாளில் அதே அட்டை மீண்டும் வந்தால் எண்ணப்படாது.</translation>
    </message>
    <message>
        <source>Check its cable; keep writing.</source>
        <translation>வடத்தைப் பாருங்கள்; தொடர்ந்து எழுதுங்கள்.</translation>
    </message>
    <message>
        <source>Check that there is room on the disk, then try again.</source>
        <translation>வட்டில் இடம் உள்ளதா என்று பார்த்து மீண்டும் முயலுங்கள்.</translation>
    </message>
    <message>
        <source>Check the server&apos;s address and this computer&apos;s date, or ask at your school. Nothing was sent.</source>
        <translation>சேவையக முகவரியையும் இந்தக் கணினியின் திகதியையும் பாருங்கள், அல்லது பாடசாலையில் கேளுங்கள். எதுவும் அனுப்பப்படவில்லை.</translation>
    </message>
    <message>
        <source>Check the server&apos;s address. On a public network, open a web page first to sign in to the network.</source>
        <translation>சேவையக முகவரியைப் பாருங்கள். பொது வலையமைப்பில், முதலில் ஓர் இணையப் பக்கத்தைத் திறந்து அதில் உள்நுழையுங்கள்.</translation>
    </message>
    <message>
        <source>Choose the folder with the .onnx files, one that finds faces among them.</source>
        <translation>.onnx கோப்புகள் உள்ள கோப்புறையைத் தெரிவுசெய்யுங்கள்; அவற்றுள் முகங்களைக் கண்டறியும் ஒன்று இருக்க வேண்டும்.</translation>
    </message>
    <message>
        <source>Choose the stick, or the folder “LearnUp-pack” on it.</source>
        <translation>USB நினைவகத்தையோ அதிலுள்ள “LearnUp-pack” கோப்புறையையோ தேர்ந்தெடுங்கள்.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>கடிகாரம்</translation>
    </message>
    <message>
        <source>Close programs that change the camera&apos;s picture, and choose your real camera under Settings.</source>
        <translation>கமராவின் படத்தை மாற்றும் நிரல்களை மூடி, அமைப்புகளில் உங்கள் உண்மையான கமராவைத் தெரிவுசெய்யுங்கள்.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>நிறங்கள்</translation>
    </message>
    <message>
        <source>Come a little closer to the camera. This is not held against you.</source>
        <translation>கமராவுக்கு இன்னும் கொஞ்சம் அருகில் வாருங்கள். இது உங்கள் தவறாகக் கருதப்படாது.</translation>
    </message>
    <message>
        <source>Come a little closer.</source>
        <translation>இன்னும் கொஞ்சம் அருகில் வாருங்கள்.</translation>
    </message>
    <message>
        <source>Connect once to sign in on this computer; after that most things work without a network.</source>
        <translation>இந்தக் கணினியில் உள்நுழைய ஒரு முறை இணையுங்கள்; பிறகு பெரும்பாலானவை இணைப்பு இல்லாமலே இயங்கும்.</translation>
    </message>
    <message>
        <source>Custom face models are installed</source>
        <translation>வெளியிலிருந்து வந்த முகம் அறியும் கோப்புகள் நிறுவப்பட்டுள்ளன</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>இருள்</translation>
    </message>
    <message>
        <source>Delete files that you no longer need, then try again. What was saved before is safe.</source>
        <translation>தேவையில்லாத கோப்புகளை நீக்கி மீண்டும் முயலுங்கள். முன்பு சேமித்தவை பாதுகாப்பாக உள்ளன.</translation>
    </message>
    <message>
        <source>Direction of the head</source>
        <translation>தலையின் திசை</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>வட்டு</translation>
    </message>
    <message>
        <source>Displays</source>
        <translation>திரைகள்</translation>
    </message>
    <message>
        <source>Doubts about a real face are not judged</source>
        <translation>முகம் உண்மையானதா என்ற ஐயம் கருத்தில் கொள்ளப்படாது</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>பதிவிறக்கு</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>பதிவிறக்கங்கள்</translation>
    </message>
    <message>
        <source>Downloads beyond it wait for the next day.</source>
        <translation>அதற்கு மேற்பட்ட பதிவிறக்கங்கள் அடுத்த நாள்வரை காத்திருக்கும்.</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>பதிவு செய்</translation>
    </message>
    <message>
        <source>Face enrolled</source>
        <translation>முகப் பதிவு</translation>
    </message>
    <message>
        <source>Face models are installed</source>
        <translation>முகம் அறியும் கோப்புகள் நிறுவப்பட்டுள்ளன</translation>
    </message>
    <message>
        <source>Face models are not installed</source>
        <translation>முகம் அறியும் கோப்புகள் நிறுவப்படவில்லை</translation>
    </message>
    <message>
        <source>Face recognition</source>
        <translation>முக அடையாளம்</translation>
    </message>
    <message>
        <source>Faces are analysed by</source>
        <translation>முகங்களை ஆராய்வது</translation>
    </message>
    <message>
        <source>Fastest download</source>
        <translation>அதிகபட்ச பதிவிறக்க வேகம்</translation>
    </message>
    <message>
        <source>Finding faces</source>
        <translation>முகங்களைக் கண்டறிதல்</translation>
    </message>
    <message>
        <source>Finish the one before you begin the other.</source>
        <translation>ஒன்றை முடித்துவிட்டு மற்றதைத் தொடங்குங்கள்.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>நிறைவானவை</translation>
    </message>
    <message>
        <source>Flashcards a day</source>
        <translation>நாளொன்றுக்கு அட்டைகள்</translation>
    </message>
    <message>
        <source>For data that is cheaper at night. What you open yourself comes at once.</source>
        <translation>இரவில் தரவு மலிவாக இருந்தால். நீங்களே திறப்பது உடனே வரும்.</translation>
    </message>
    <message>
        <source>For {length} the camera showed pictures that it had shown before.</source>
        <translation>{length} கமரா முன்பு காட்டிய படங்களையே மீண்டும் காட்டியது.</translation>
    </message>
    <message>
        <source>For {length} we could not see your face well enough to recognise you.</source>
        <translation>{length} உங்களை அடையாளம் காணும் அளவுக்கு உங்கள் முகம் தெளிவாகத் தெரியவில்லை.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>இருந்து</translation>
    </message>
    <message>
        <source>Get the files once more and try again.</source>
        <translation>கோப்புகளை மீண்டும் பெற்று முயலுங்கள்.</translation>
    </message>
    <message>
        <source>Get them</source>
        <translation>பெறு</translation>
    </message>
    <message>
        <source>Get them under Settings while you have a network, or ask your teacher.</source>
        <translation>இணைப்பு இருக்கும்போது அமைப்புகளில் அவற்றைப் பெறுங்கள், அல்லது ஆசிரியரைக் கேளுங்கள்.</translation>
    </message>
    <message>
        <source>Go back and look again.</source>
        <translation>திரும்பிச் சென்று மீண்டும் பாருங்கள்.</translation>
    </message>
    <message>
        <source>Go on there, or close it and try again here.</source>
        <translation>அங்கே தொடருங்கள், அல்லது அதை மூடி இங்கே மீண்டும் முயலுங்கள்.</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>வரைகலை அட்டை</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>உயர் தெளிவு</translation>
    </message>
    <message>
        <source>Hold still for a moment.</source>
        <translation>ஒரு கணம் அசையாமல் இருங்கள்.</translation>
    </message>
    <message>
        <source>If it goes on, you can join again then.</source>
        <translation>அது தொடர்ந்தால், அப்போது மீண்டும் இணையலாம்.</translation>
    </message>
    <message>
        <source>If it was recorded, you will find it under Recordings.</source>
        <translation>அது பதிவு செய்யப்பட்டிருந்தால், “பதிவுகள்” இல் காணலாம்.</translation>
    </message>
    <message>
        <source>If your paper lies beside you, that is fine.</source>
        <translation>உங்கள் தாள் பக்கத்தில் இருந்தால் பரவாயில்லை.</translation>
    </message>
    <message>
        <source>In them nothing is said; what is still to come is said when they end.</source>
        <translation>அந்நேரத்தில் எதுவும் சொல்லப்படாது; இன்னும் தொடங்காதது அது முடிந்ததும் சொல்லப்படும்.</translation>
    </message>
    <message>
        <source>Install the new version. What is stored on this computer stays.</source>
        <translation>புதிய பதிப்பை நிறுவுங்கள். இந்தக் கணினியில் உள்ளவை அப்படியே இருக்கும்.</translation>
    </message>
    <message>
        <source>It is dark where you sit.</source>
        <translation>நீங்கள் இருக்கும் இடம் இருட்டாக உள்ளது.</translation>
    </message>
    <message>
        <source>It is dark where you sit. Turn the lamp on or move a little; keep writing.</source>
        <translation>நீங்கள் இருக்கும் இடம் இருட்டு. விளக்கைப் போடுங்கள் அல்லது சற்று நகருங்கள்; தொடர்ந்து எழுதுங்கள்.</translation>
    </message>
    <message>
        <source>It is you</source>
        <translation>இது நீங்கள்தான்</translation>
    </message>
    <message>
        <source>It may be too late or too early for it. Look at the times again.</source>
        <translation>அதற்கு நேரம் கடந்திருக்கலாம் அல்லது இன்னும் வரவில்லை. நேரங்களை மீண்டும் பாருங்கள்.</translation>
    </message>
    <message>
        <source>It was not answered. This is not held against you.</source>
        <translation>அதற்குப் பதில் தரப்படவில்லை. இது உங்கள் தவறாகக் கருதப்படாது.</translation>
    </message>
    <message>
        <source>It was not installed, and LearnUp goes on as it is. If it happens again, tell your school the code.</source>
        <translation>அது நிறுவப்படவில்லை; LearnUp முன்போலவே இயங்கும். மீண்டும் நடந்தால் குறியீட்டைப் பாடசாலைக்குக் கூறுங்கள்.</translation>
    </message>
    <message>
        <source>It was thrown away. Try again; if it stays so, install from a folder and tell your school.</source>
        <translation>அது அகற்றப்பட்டது. மீண்டும் முயலுங்கள்; தொடர்ந்தால் கோப்புறையிலிருந்து நிறுவி, உங்கள் பாடசாலைக்குச் சொல்லுங்கள்.</translation>
    </message>
    <message>
        <source>Keep LearnUp up to date</source>
        <translation>LearnUp ஐப் புதுப்பித்து வை</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>மொழி</translation>
    </message>
    <message>
        <source>LearnUp cannot write to its folder.</source>
        <translation>LearnUp-ஆல் அதன் கோப்புறையில் எழுத முடியவில்லை.</translation>
    </message>
    <message>
        <source>LearnUp does not use it. Tell your school the code, and keep this computer as it is.</source>
        <translation>LearnUp அதைப் பயன்படுத்தாது. குறியீட்டைப் பாடசாலையிடம் சொல்லுங்கள்; கணினியை அப்படியே வைத்திருங்கள்.</translation>
    </message>
    <message>
        <source>LearnUp keeps trying. Nothing is lost.</source>
        <translation>LearnUp தொடர்ந்து முயல்கிறது. எதுவும் போகாது.</translation>
    </message>
    <message>
        <source>LearnUp repairs it or fetches it again. What could not be repaired is kept aside for support.</source>
        <translation>LearnUp அதைச் சரிசெய்யும் அல்லது மீண்டும் பெறும். சரிசெய்ய முடியாதவை உதவிக்காகத் தனியே வைக்கப்படும்.</translation>
    </message>
    <message>
        <source>LearnUp tries again by itself in a moment.</source>
        <translation>LearnUp சற்று நேரத்தில் தானாக மீண்டும் முயலும்.</translation>
    </message>
    <message>
        <source>Leaves room for others on the same line.</source>
        <translation>ஒரே இணைப்பில் மற்றவர்களுக்கு இடம் விடும்.</translation>
    </message>
    <message>
        <source>Leaving the exam is noticed</source>
        <translation>பரீட்சையை விட்டு விலகினால் அறியப்படும்</translation>
    </message>
    <message>
        <source>Less light behind you, please.</source>
        <translation>உங்கள் பின்னால் வெளிச்சத்தைக் குறையுங்கள்.</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>குறைந்த அசைவு</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ஒளி</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>தோற்றம்</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>மீண்டும் பார்</translation>
    </message>
    <message>
        <source>Look again later: somebody may give a place back.</source>
        <translation>பின்னர் மீண்டும் பாருங்கள்: யாராவது ஓர் இடத்தைத் திருப்பித் தரலாம்.</translation>
    </message>
    <message>
        <source>Look at Caps Lock and the keyboard&apos;s language, then try again.</source>
        <translation>Caps Lock, விசைப்பலகையின் மொழி ஆகியவற்றைப் பார்த்து மீண்டும் முயலுங்கள்.</translation>
    </message>
    <message>
        <source>Look at the camera for a moment and avoid strong reflections; keep writing.</source>
        <translation>ஒரு கணம் கமராவைப் பாருங்கள், பளபளப்பைத் தவிருங்கள்; தொடர்ந்து எழுதுங்கள்.</translation>
    </message>
    <message>
        <source>Look at the camera for a moment, with light on your face; keep writing.</source>
        <translation>முகத்தில் வெளிச்சம் பட ஒரு கணம் கமராவைப் பாருங்கள்; தொடர்ந்து எழுதுங்கள்.</translation>
    </message>
    <message>
        <source>Look at the camera now and then, with light on your face. This is not held against you.</source>
        <translation>முகத்தில் வெளிச்சம் படும்படி அமர்ந்து, இடையிடையே கமராவைப் பாருங்கள். இது உங்கள் தவறாகக் கருதப்படாது.</translation>
    </message>
    <message>
        <source>Look at the camera.</source>
        <translation>கமராவைப் பாருங்கள்.</translation>
    </message>
    <message>
        <source>Look straight at the camera.</source>
        <translation>கமராவை நேராகப் பாருங்கள்.</translation>
    </message>
    <message>
        <source>Look up.</source>
        <translation>மேலே பாருங்கள்.</translation>
    </message>
    <message>
        <source>Looking away</source>
        <translation>வேறு பக்கம் பார்க்கிறீர்கள்</translation>
    </message>
    <message>
        <source>Looking away is not judged</source>
        <translation>வேறு பக்கம் பார்ப்பது கருத்தில் கொள்ளப்படாது</translation>
    </message>
    <message>
        <source>Minutes before a lesson or exam</source>
        <translation>பாடம் அல்லது பரீட்சைக்கு முன் நிமிடங்கள்</translation>
    </message>
    <message>
        <source>More displays are noticed</source>
        <translation>கூடுதல் திரைகள் அறியப்படும்</translation>
    </message>
    <message>
        <source>More light on your face, please.</source>
        <translation>முகத்தில் இன்னும் வெளிச்சம் தேவை.</translation>
    </message>
    <message>
        <source>More than one person</source>
        <translation>ஒருவருக்கு மேல்</translation>
    </message>
    <message>
        <source>More than one person was in the picture for {length}.</source>
        <translation>{length} படத்தில் ஒருவருக்கு மேல் இருந்தனர்.</translation>
    </message>
    <message>
        <source>Most a day</source>
        <translation>ஒரு நாளுக்கான அதிகபட்சம்</translation>
    </message>
    <message>
        <source>Move back a little.</source>
        <translation>கொஞ்சம் பின்னால் செல்லுங்கள்.</translation>
    </message>
    <message>
        <source>Move to the middle of the picture.</source>
        <translation>படத்தின் நடுவுக்கு வாருங்கள்.</translation>
    </message>
    <message>
        <source>New versions come in the background and are used from the next start. Never during an exam or a lesson.</source>
        <translation>புதிய பதிப்புகள் பின்னணியில் வரும்; அடுத்த தொடக்கத்திலிருந்து பயன்படும். பரீட்சை அல்லது பாடத்தின்போது ஒருபோதும் இல்லை.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>இல்லை</translation>
    </message>
    <message>
        <source>No camera found. Plug it in.</source>
        <translation>கமரா எதுவும் காணப்படவில்லை. அதை இணையுங்கள்.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>வரம்பு இல்லை</translation>
    </message>
    <message>
        <source>No turning of the head is asked for</source>
        <translation>தலையைத் திருப்பும்படி கேட்கப்படாது</translation>
    </message>
    <message>
        <source>None</source>
        <translation>இல்லை</translation>
    </message>
    <message>
        <source>Not clear enough to recognise you</source>
        <translation>உங்களை அடையாளம் காணப் போதிய தெளிவு இல்லை</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>அடையாளம் தெரியவில்லை</translation>
    </message>
    <message>
        <source>Not watched</source>
        <translation>கண்காணிக்கப்படவில்லை</translation>
    </message>
    <message>
        <source>Nothing you wrote is lost. Please try again.</source>
        <translation>நீங்கள் எழுதிய எதுவும் போகவில்லை. மீண்டும் முயலுங்கள்.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>நிறுத்தம்</translation>
    </message>
    <message>
        <source>Off on a shared computer: LearnUp then begins with signing in.</source>
        <translation>பொதுக் கணினியில் இதை நிறுத்துங்கள்: அப்போது LearnUp உள்நுழைவுடன் தொடங்கும்.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>இயக்கம்</translation>
    </message>
    <message>
        <source>On a network that counts data</source>
        <translation>தரவைக் கணக்கிடும் வலையமைப்பில்</translation>
    </message>
    <message>
        <source>Only at certain hours</source>
        <translation>குறித்த நேரங்களில் மட்டும்</translation>
    </message>
    <message>
        <source>Only you should be in the picture.</source>
        <translation>படத்தில் நீங்கள் மட்டும் இருக்க வேண்டும்.</translation>
    </message>
    <message>
        <source>Other rules of the camera are turned off</source>
        <translation>கமராவின் வேறு விதிகள் நிறுத்தப்பட்டுள்ளன</translation>
    </message>
    <message>
        <source>Other windows may be used</source>
        <translation>வேறு சாளரங்களைப் பயன்படுத்தலாம்</translation>
    </message>
    <message>
        <source>Paper on this PC</source>
        <translation>வினாத்தாள்</translation>
    </message>
    <message>
        <source>Pictures could not be kept for {length}.</source>
        <translation>{length} படங்களைச் சேமிக்க முடியவில்லை.</translation>
    </message>
    <message>
        <source>Please ask the office.</source>
        <translation>அலுவலகத்தில் கேளுங்கள்.</translation>
    </message>
    <message>
        <source>Please ask the other person to step aside; keep writing.</source>
        <translation>மற்றவரை விலகச் சொல்லுங்கள்; தொடர்ந்து எழுதுங்கள்.</translation>
    </message>
    <message>
        <source>Please close it.</source>
        <translation>அதை மூடுங்கள்.</translation>
    </message>
    <message>
        <source>Please do not take pictures of the paper.</source>
        <translation>வினாத்தாளைப் படம் எடுக்க வேண்டாம்.</translation>
    </message>
    <message>
        <source>Please sign in again.</source>
        <translation>மீண்டும் உள்நுழையுங்கள்.</translation>
    </message>
    <message>
        <source>Please try again, or ask at your school.</source>
        <translation>மீண்டும் முயலுங்கள், அல்லது பாடசாலையில் கேளுங்கள்.</translation>
    </message>
    <message>
        <source>Please try again. If it stays so, tell your school the code.</source>
        <translation>மீண்டும் முயலுங்கள். இப்படியே இருந்தால், குறியீட்டைப் பாடசாலையிடம் சொல்லுங்கள்.</translation>
    </message>
    <message>
        <source>Please unplug it; keep writing.</source>
        <translation>அதைக் கழற்றுங்கள்; தொடர்ந்து எழுதுங்கள்.</translation>
    </message>
    <message>
        <source>Plug it in, close other programs that use it, and try again.</source>
        <translation>அதை இணைத்து, அதைப் பயன்படுத்தும் மற்ற மென்பொருள்களை மூடி, மீண்டும் முயலுங்கள்.</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>செயலி</translation>
    </message>
    <message>
        <source>Programs on the list are noticed</source>
        <translation>பட்டியலில் உள்ள நிரல்கள் அறியப்படும்</translation>
    </message>
    <message>
        <source>Programs on the list may run</source>
        <translation>பட்டியலில் உள்ள நிரல்கள் இயங்கலாம்</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>அமைதி நேரத் தொடக்கம்</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>அமைதி நேரம்</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>அமைதி நேர முடிவு</translation>
    </message>
    <message>
        <source>Recognising you</source>
        <translation>உங்களை அறிதல்</translation>
    </message>
    <message>
        <source>Registration for this seminar is closed.</source>
        <translation>இந்தக் கருத்தரங்கிற்கான பதிவு முடிந்துவிட்டது.</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>நினைவூட்டல்கள்</translation>
    </message>
    <message>
        <source>Server&apos;s address</source>
        <translation>சேவையக முகவரி</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>அமைப்புகள்</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>மாதிரி</translation>
    </message>
    <message>
        <source>Sit so that the camera sees you; keep writing.</source>
        <translation>கமராவுக்குத் தெரியும்படி அமருங்கள்; தொடர்ந்து எழுதுங்கள்.</translation>
    </message>
    <message>
        <source>Sit so that your face is in the oval.</source>
        <translation>முகம் நீள்வட்டத்துக்குள் வரும்படி அமருங்கள்.</translation>
    </message>
    <message>
        <source>Size of text and controls</source>
        <translation>எழுத்து, பொத்தான்களின் அளவு</translation>
    </message>
    <message>
        <source>Some face models are missing</source>
        <translation>முகம் அறியும் கோப்புகளில் சில இல்லை</translation>
    </message>
    <message>
        <source>Something on this computer is in the way.</source>
        <translation>இந்தக் கணினியில் ஏதோ தடையாக உள்ளது.</translation>
    </message>
    <message>
        <source>Something was changed that must not change.</source>
        <translation>மாறக்கூடாத ஒன்று மாறியுள்ளது.</translation>
    </message>
    <message>
        <source>Something went wrong in LearnUp.</source>
        <translation>LearnUp-இல் ஏதோ தவறு நடந்தது.</translation>
    </message>
    <message>
        <source>Space for study files</source>
        <translation>படிப்புக் கோப்புகளுக்கான இடம்</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>தொடக்கம்</translation>
    </message>
    <message>
        <source>Start with the last account</source>
        <translation>கடைசிக் கணக்குடன் தொடங்கு</translation>
    </message>
    <message>
        <source>Stay in this window. Your teacher sees when you left it.</source>
        <translation>இந்தச் சாளரத்திலேயே இருங்கள். விட்டுச் சென்றால் ஆசிரியர் பார்ப்பார்.</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>கற்றல்</translation>
    </message>
    <message>
        <source>Tell your school that the server must be updated.</source>
        <translation>சேவையகத்தைப் புதுப்பிக்க வேண்டும் என்று பாடசாலையிடம் சொல்லுங்கள்.</translation>
    </message>
    <message>
        <source>Telling a person from a picture</source>
        <translation>நபரையும் படத்தையும் வேறுபடுத்தல்</translation>
    </message>
    <message>
        <source>Text from outside cannot be pasted here.</source>
        <translation>வெளியிலிருந்து எடுத்த உரையை இங்கே ஒட்ட முடியாது.</translation>
    </message>
    <message>
        <source>The PC may be used from afar</source>
        <translation>கணினியைத் தொலைவிலிருந்து பயன்படுத்தலாம்</translation>
    </message>
    <message>
        <source>The answer did not come from a LearnUp server.</source>
        <translation>பதில் LearnUp சேவையகத்திலிருந்து வரவில்லை.</translation>
    </message>
    <message>
        <source>The camera did not recognise you for {length}.</source>
        <translation>{length} கமரா உங்களை அடையாளம் காணவில்லை.</translation>
    </message>
    <message>
        <source>The camera does not give a picture.</source>
        <translation>கமராவிலிருந்து படம் வரவில்லை.</translation>
    </message>
    <message>
        <source>The camera gave no picture for {length}.</source>
        <translation>{length} கமராவிலிருந்து படம் வரவில்லை.</translation>
    </message>
    <message>
        <source>The camera has stopped. Check its cable.</source>
        <translation>கமரா நின்றுவிட்டது. அதன் வடத்தைப் பாருங்கள்.</translation>
    </message>
    <message>
        <source>The camera is on but gives no picture. Unplug it and plug it in again.</source>
        <translation>கமரா இயங்குகிறது, ஆனால் படம் வரவில்லை. அதைக் கழற்றி மீண்டும் இணையுங்கள்.</translation>
    </message>
    <message>
        <source>The camera program was not running for {length}.</source>
        <translation>{length} கமரா மென்பொருள் இயங்கவில்லை.</translation>
    </message>
    <message>
        <source>The camera repeats one picture. Unplug it and plug it in again, or choose another one under Settings.</source>
        <translation>கமரா ஒரே படத்தைத் திரும்பத் திரும்பக் காட்டுகிறது. அதைக் கழற்றி மீண்டும் இணையுங்கள், அல்லது அமைப்புகளில் வேறொன்றைத் தெரிவுசெய்யுங்கள்.</translation>
    </message>
    <message>
        <source>The camera was covered for {length}.</source>
        <translation>{length} கமரா மறைக்கப்பட்டிருந்தது.</translation>
    </message>
    <message>
        <source>The camera was not sure for {length} that it saw a real face.</source>
        <translation>{length} உண்மையான முகம்தானா என்று கமராவுக்கு உறுதியில்லை.</translation>
    </message>
    <message>
        <source>The camera&apos;s number, 0 for the first, or the path of the video file.</source>
        <translation>கமராவின் எண் (முதலாவதற்கு 0), அல்லது காணொளிக் கோப்பின் பாதை.</translation>
    </message>
    <message>
        <source>The camera&apos;s picture cannot be read. Choose another camera under Settings.</source>
        <translation>கமராவின் படத்தை வாசிக்க முடியவில்லை. அமைப்புகளில் வேறொரு கமராவைத் தெரிவுசெய்யுங்கள்.</translation>
    </message>
    <message>
        <source>The download stopped: there is no connection.</source>
        <translation>பதிவிறக்கம் நின்றது: இணைப்பு இல்லை.</translation>
    </message>
    <message>
        <source>The exam fills the screen</source>
        <translation>பரீட்சை முழுத் திரையையும் நிரப்பும்</translation>
    </message>
    <message>
        <source>The exam is closed.</source>
        <translation>பரீட்சை மூடப்பட்டுள்ளது.</translation>
    </message>
    <message>
        <source>The exam is not open yet by the server&apos;s clock.</source>
        <translation>சேவையகக் கடிகாரத்தின்படி பரீட்சை இன்னும் திறக்கவில்லை.</translation>
    </message>
    <message>
        <source>The exam stays in front</source>
        <translation>பரீட்சை முன்னணியில் இருக்கும்</translation>
    </message>
    <message>
        <source>The exam was not in front for {length}.</source>
        <translation>{length} பரீட்சை முன்னால் இல்லை.</translation>
    </message>
    <message>
        <source>The face models could not be installed.</source>
        <translation>முகம் அறியும் கோப்புகளை நிறுவ முடியவில்லை.</translation>
    </message>
    <message>
        <source>The files for recognising faces are not on this computer.</source>
        <translation>முக அடையாளக் கோப்புகள் இந்தக் கணினியில் இல்லை.</translation>
    </message>
    <message>
        <source>The line may be slow. LearnUp keeps trying; nothing is lost.</source>
        <translation>இணைப்பு மெதுவாக இருக்கலாம். LearnUp தொடர்ந்து முயல்கிறது; எதுவும் போகாது.</translation>
    </message>
    <message>
        <source>The name or the password is not right.</source>
        <translation>பெயர் அல்லது கடவுச்சொல் சரியில்லை.</translation>
    </message>
    <message>
        <source>The paper is hidden from recordings</source>
        <translation>வினாத்தாள் திரைப்பதிவுகளில் தெரியாது</translation>
    </message>
    <message>
        <source>The picture stands still</source>
        <translation>கமராவின் படம் அசையாமல் நிற்கிறது</translation>
    </message>
    <message>
        <source>The publisher&apos;s server does not give the files now.</source>
        <translation>வெளியீட்டாளரின் சேவையகம் இப்போது கோப்புகளைத் தரவில்லை.</translation>
    </message>
    <message>
        <source>The room is in your timetable.</source>
        <translation>அறை உங்கள் நேரசூசியில் உள்ளது.</translation>
    </message>
    <message>
        <source>The school&apos;s server could not be reached.</source>
        <translation>பாடசாலையின் சேவையகத்தை அடைய முடியவில்லை.</translation>
    </message>
    <message>
        <source>The school&apos;s server has a problem now.</source>
        <translation>பாடசாலையின் சேவையகத்தில் இப்போது சிக்கல் உள்ளது.</translation>
    </message>
    <message>
        <source>The school&apos;s server said no.</source>
        <translation>பாடசாலையின் சேவையகம் மறுத்துவிட்டது.</translation>
    </message>
    <message>
        <source>The screenshot key is noticed</source>
        <translation>திரைப்பிடிப்பு விசை அறியப்படும்</translation>
    </message>
    <message>
        <source>The screenshot key was pressed.</source>
        <translation>திரைப்பிடிப்பு விசை அழுத்தப்பட்டது.</translation>
    </message>
    <message>
        <source>The server asks us to slow down.</source>
        <translation>சேவையகம் சற்று மெதுவாகச் செல்லச் சொல்கிறது.</translation>
    </message>
    <message>
        <source>The server did not accept this.</source>
        <translation>சேவையகம் இதை ஏற்கவில்லை.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>சேவையகம் உரிய நேரத்தில் பதிலளிக்கவில்லை.</translation>
    </message>
    <message>
        <source>The server has something newer.</source>
        <translation>சேவையகத்தில் இதைவிடப் புதியது உள்ளது.</translation>
    </message>
    <message>
        <source>The teacher has ended this class.</source>
        <translation>ஆசிரியர் இந்த வகுப்பை முடித்துவிட்டார்.</translation>
    </message>
    <message>
        <source>The update is not what its maker signed.</source>
        <translation>புதுப்பிப்பு அதை உருவாக்கியவர் கையொப்பமிட்டது அல்ல.</translation>
    </message>
    <message>
        <source>The video file cannot be read. Choose another one under Settings.</source>
        <translation>காணொளிக் கோப்பை வாசிக்க முடியவில்லை. அமைப்புகளில் வேறொன்றைத் தெரிவுசெய்யுங்கள்.</translation>
    </message>
    <message>
        <source>There are no face models in this folder.</source>
        <translation>இந்தக் கோப்புறையில் முகம் அறியும் கோப்புகள் இல்லை.</translation>
    </message>
    <message>
        <source>There is no network now.</source>
        <translation>இப்போது இணைப்பு இல்லை.</translation>
    </message>
    <message>
        <source>There is no network, and nothing of yours is here.</source>
        <translation>இணைப்பு இல்லை; உங்களுடையது எதுவும் இங்கே இல்லை.</translation>
    </message>
    <message>
        <source>There is no study material of LearnUp here.</source>
        <translation>இங்கே LearnUp பாடப்பொருள் இல்லை.</translation>
    </message>
    <message>
        <source>There were too many wrong passwords. Wait, or ask your school to unlock it.</source>
        <translation>தவறான கடவுச்சொற்கள் அதிகம். காத்திருங்கள், அல்லது திறக்கப் பாடசாலையிடம் கேளுங்கள்.</translation>
    </message>
    <message>
        <source>This LearnUp does not update itself.</source>
        <translation>இந்த LearnUp தானாகப் புதுப்பிக்காது.</translation>
    </message>
    <message>
        <source>This PC is a virtual machine.</source>
        <translation>இது ஒரு மெய்நிகர் கணினி.</translation>
    </message>
    <message>
        <source>This PC is used over a remote connection.</source>
        <translation>இந்தக் கணினி தொலை இணைப்பு வழியாகப் பயன்படுத்தப்படுகிறது.</translation>
    </message>
    <message>
        <source>This account is locked until {until}.</source>
        <translation>இந்தக் கணக்கு {until} வரை பூட்டப்பட்டுள்ளது.</translation>
    </message>
    <message>
        <source>This cannot be done now.</source>
        <translation>இதை இப்போது செய்ய முடியாது.</translation>
    </message>
    <message>
        <source>This computer does not let LearnUp use the camera. Allow it in the system&apos;s settings.</source>
        <translation>LearnUp கமராவைப் பயன்படுத்த இந்தக் கணினி அனுமதிக்கவில்லை. கணினி அமைப்புகளில் அதை அனுமதியுங்கள்.</translation>
    </message>
    <message>
        <source>This computer does not trust the server&apos;s certificate.</source>
        <translation>இந்தக் கணினி சேவையகத்தின் சான்றிதழை நம்பவில்லை.</translation>
    </message>
    <message>
        <source>This computer has no safe place for passwords.</source>
        <translation>இந்தக் கணினியில் கடவுச்சொற்களுக்குப் பாதுகாப்பான இடம் இல்லை.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk is full.</source>
        <translation>இந்தக் கணினியின் வட்டு நிரம்பிவிட்டது.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk refused to store something.</source>
        <translation>இந்தக் கணினியின் வட்டில் சேமிக்க முடியவில்லை.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk refused to store the files.</source>
        <translation>இந்தக் கணினியின் வட்டு கோப்புகளைச் சேமிக்க மறுத்தது.</translation>
    </message>
    <message>
        <source>This exam asks for a camera and face recognition, and they do not run on this PC.</source>
        <translation>இந்தப் பரீட்சைக்குக் கமராவும் முக அடையாளமும் தேவை; அவை இந்தக் கணினியில் இயங்கவில்லை.</translation>
    </message>
    <message>
        <source>This exam has been handed in already.</source>
        <translation>இந்தப் பரீட்சை ஏற்கெனவே ஒப்படைக்கப்பட்டது.</translation>
    </message>
    <message>
        <source>This is already open in another window.</source>
        <translation>இது ஏற்கெனவே வேறு சாளரத்தில் திறந்துள்ளது.</translation>
    </message>
    <message>
        <source>This is no longer there, or not meant for you.</source>
        <translation>இது இப்போது இல்லை, அல்லது உங்களுக்கானது அல்ல.</translation>
    </message>
    <message>
        <source>This is not held against you.</source>
        <translation>இது உங்கள் தவறாகக் கருதப்படாது.</translation>
    </message>
    <message>
        <source>This lesson has not begun yet.</source>
        <translation>இந்தப் பாடம் இன்னும் தொடங்கவில்லை.</translation>
    </message>
    <message>
        <source>This lesson is held in a room, not online.</source>
        <translation>இந்தப் பாடம் இணையவழியில் அல்ல, வகுப்பறையில் நடைபெறுகிறது.</translation>
    </message>
    <message>
        <source>This lesson is over.</source>
        <translation>இந்தப் பாடம் முடிந்துவிட்டது.</translation>
    </message>
    <message>
        <source>This lesson was cancelled.</source>
        <translation>இந்தப் பாடம் இரத்துச் செய்யப்பட்டது.</translation>
    </message>
    <message>
        <source>This network counts data</source>
        <translation>இந்த வலையமைப்பு தரவைக் கணக்கிடுகிறது</translation>
    </message>
    <message>
        <source>This seminar was cancelled.</source>
        <translation>இந்தக் கருத்தரங்கு இரத்துச் செய்யப்பட்டது.</translation>
    </message>
    <message>
        <source>This server is not the one it was before.</source>
        <translation>இது முன்பு இருந்த சேவையகம் அல்ல.</translation>
    </message>
    <message>
        <source>This version of LearnUp is too old for your school.</source>
        <translation>உங்கள் பாடசாலைக்கு இந்த LearnUp பதிப்பு மிகப் பழையது.</translation>
    </message>
    <message>
        <source>Too dark to see you</source>
        <translation>உங்களைப் பார்க்க இருட்டாக உள்ளது</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>மீண்டும் முயற்சி</translation>
    </message>
    <message>
        <source>Try again later, or install them from a folder that your school gives you.</source>
        <translation>பின்னர் முயலுங்கள், அல்லது உங்கள் பாடசாலை தரும் கோப்புறையிலிருந்து நிறுவுங்கள்.</translation>
    </message>
    <message>
        <source>Turn a lamp on if you can. This is not held against you.</source>
        <translation>முடிந்தால் விளக்கைப் போடுங்கள். இது உங்கள் தவறாகக் கருதப்படாது.</translation>
    </message>
    <message>
        <source>Turn your head to the left.</source>
        <translation>தலையை இடப்பக்கம் திருப்புங்கள்.</translation>
    </message>
    <message>
        <source>Turn your head to the right.</source>
        <translation>தலையை வலப்பக்கம் திருப்புங்கள்.</translation>
    </message>
    <message>
        <source>Uncover it; keep writing.</source>
        <translation>மறைப்பதை அகற்றுங்கள்; தொடர்ந்து எழுதுங்கள்.</translation>
    </message>
    <message>
        <source>Uncover the camera.</source>
        <translation>கமராவை மறைப்பதை அகற்றுங்கள்.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>வரை</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>புதுப்பிப்புகள்</translation>
    </message>
    <message>
        <source>Use from afar is noticed</source>
        <translation>தொலைவிலிருந்து பயன்படுத்துவது அறியப்படும்</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>பதிப்புகள்</translation>
    </message>
    <message>
        <source>Video file</source>
        <translation>காணொளிக் கோப்பு</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>காத்திரு</translation>
    </message>
    <message>
        <source>Watch for stand-stills</source>
        <translation>தடங்கல்களைக் கவனி</translation>
    </message>
    <message>
        <source>Wayland does not let programs do this</source>
        <translation>Wayland இதைச் செய்ய நிரல்களை அனுமதிப்பதில்லை</translation>
    </message>
    <message>
        <source>We cannot see you</source>
        <translation>நீங்கள் தெரியவில்லை</translation>
    </message>
    <message>
        <source>We could not see your face for {length}.</source>
        <translation>{length} உங்கள் முகம் எங்களுக்குத் தெரியவில்லை.</translation>
    </message>
    <message>
        <source>What came is kept. Connect to the internet and go on with the download.</source>
        <translation>வந்தவை வைத்திருக்கப்படுகின்றன. இணையத்துடன் இணைந்து பதிவிறக்கத்தைத் தொடருங்கள்.</translation>
    </message>
    <message>
        <source>What came is kept. Delete files that you no longer need and go on.</source>
        <translation>வந்தவை வைத்திருக்கப்படுகின்றன. தேவையற்ற கோப்புகளை அழித்துவிட்டுத் தொடருங்கள்.</translation>
    </message>
    <message>
        <source>What came is not the right file: {file}.</source>
        <translation>வந்தது சரியான கோப்பு அல்ல: {file}.</translation>
    </message>
    <message>
        <source>What you do is kept on this computer and sent when the network is back.</source>
        <translation>நீங்கள் செய்பவை இந்தக் கணினியில் இருந்து, இணைப்பு வந்ததும் அனுப்பப்படும்.</translation>
    </message>
    <message>
        <source>What you wrote is kept under “Needs attention”.</source>
        <translation>நீங்கள் எழுதியது “கவனம் தேவை” என்பதில் உள்ளது.</translation>
    </message>
    <message>
        <source>What you wrote is kept. Look at both and decide.</source>
        <translation>நீங்கள் எழுதியது உள்ளது. இரண்டையும் பார்த்து முடிவு செய்யுங்கள்.</translation>
    </message>
    <message>
        <source>When it is full, what you have not read for longest goes. What you keep or is still due stays.</source>
        <translation>அது நிரம்பினால், நீங்கள் நீண்ட நாள் படிக்காதது நீங்கும். நீங்கள் வைத்திருப்பதும் இன்னும் முடிக்க வேண்டியதும் இருக்கும்.</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>எது</translation>
    </message>
    <message>
        <source>Whoever installed it brings new versions.</source>
        <translation>அதை நிறுவியவர் புதிய பதிப்புகளைக் கொண்டுவருவார்.</translation>
    </message>
    <message>
        <source>Writes into the log what kept the window from reacting.</source>
        <translation>சாளரம் பதிலளிக்காததற்கான காரணத்தைப் பதிவேட்டில் எழுதும்.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>ஆம்</translation>
    </message>
    <message>
        <source>You are in view</source>
        <translation>நீங்கள் தெரிகிறீர்கள்</translation>
    </message>
    <message>
        <source>You can copy and paste within your answers.</source>
        <translation>உங்கள் விடைகளுக்குள் நகலெடுத்து ஒட்டலாம்.</translation>
    </message>
    <message>
        <source>You can join from 15 minutes before it begins.</source>
        <translation>தொடங்குவதற்கு 15 நிமிடங்களுக்கு முன்பிருந்து இணையலாம்.</translation>
    </message>
    <message>
        <source>You looked away from the screen for {length}.</source>
        <translation>{length} நீங்கள் திரையிலிருந்து பார்வையைத் திருப்பினீர்கள்.</translation>
    </message>
    <message>
        <source>You need not do anything.</source>
        <translation>நீங்கள் எதுவும் செய்யத் தேவையில்லை.</translation>
    </message>
    <message>
        <source>You put it off.</source>
        <translation>அதைப் பிற்போட்டீர்கள்.</translation>
    </message>
    <message>
        <source>You stay signed in until LearnUp is closed, and sign in again next time.</source>
        <translation>LearnUp-ஐ மூடும் வரை உள்நுழைந்திருப்பீர்கள்; அடுத்த முறை மீண்டும் உள்நுழையுங்கள்.</translation>
    </message>
    <message>
        <source>You turned your head as asked.</source>
        <translation>கேட்டபடி தலையைத் திருப்பினீர்கள்.</translation>
    </message>
    <message>
        <source>You typed the number.</source>
        <translation>எண்ணைத் தட்டச்சு செய்தீர்கள்.</translation>
    </message>
    <message>
        <source>You were asked to show that you are there.</source>
        <translation>நீங்கள் இருப்பதைக் காட்டும்படி கேட்கப்பட்டது.</translation>
    </message>
    <message>
        <source>Your access to this has ended.</source>
        <translation>இதற்கான உங்கள் அணுகல் முடிந்துவிட்டது.</translation>
    </message>
    <message>
        <source>Your exam goes on at another PC. What you wrote here is kept on this PC.</source>
        <translation>உங்கள் பரீட்சை வேறொரு கணினியில் தொடர்கிறது. இங்கே எழுதியவை இந்தக் கணினியில் உள்ளன.</translation>
    </message>
    <message>
        <source>Your exam is open on another PC. Close it there and wait a minute, or ask your teacher.</source>
        <translation>உங்கள் பரீட்சை வேறொரு கணினியில் திறந்துள்ளது. அங்கே மூடி ஒரு நிமிடம் காத்திருங்கள், அல்லது ஆசிரியரைக் கேளுங்கள்.</translation>
    </message>
    <message>
        <source>Your school has not set up live classes yet.</source>
        <translation>உங்கள் பாடசாலை இன்னும் நேரடி வகுப்புகளை அமைக்கவில்லை.</translation>
    </message>
    <message>
        <source>Your school&apos;s server is older than this LearnUp needs.</source>
        <translation>உங்கள் பாடசாலையின் சேவையகம் இந்த LearnUp-க்குப் பழையது.</translation>
    </message>
    <message>
        <source>Your session has ended. What is waiting on this computer is sent after you sign in.</source>
        <translation>உங்கள் அமர்வு முடிந்தது. இந்தக் கணினியில் காத்திருப்பவை உள்நுழைந்ததும் அனுப்பப்படும்.</translation>
    </message>
    <message>
        <source>Your teacher says</source>
        <translation>உங்கள் ஆசிரியர் சொல்வது</translation>
    </message>
    <message>
        <source>Your teacher sees this.</source>
        <translation>உங்கள் ஆசிரியர் இதைப் பார்ப்பார்.</translation>
    </message>
    <message>
        <source>Your timetable shows when the next one is.</source>
        <translation>அடுத்தது எப்போது என்பதை உங்கள் நேரசூசி காட்டும்.</translation>
    </message>
    <message>
        <source>a little dark; turn a lamp on</source>
        <translation>சற்று இருட்டு; விளக்கைப் போடுங்கள்</translation>
    </message>
    <message>
        <source>a phone still sees the screen</source>
        <translation>கைபேசிக்குத் திரை இன்னும் தெரியும்</translation>
    </message>
    <message>
        <source>a program can be renamed</source>
        <translation>ஒரு நிரலின் பெயரை மாற்றலாம்</translation>
    </message>
    <message>
        <source>a splitter on the cable is not seen</source>
        <translation>கேபிளில் உள்ள பிரிப்பான் தெரியாது</translation>
    </message>
    <message>
        <source>a virtual machine can hide what it is</source>
        <translation>மெய்நிகர் கணினி தன்னை மறைக்கலாம்</translation>
    </message>
    <message>
        <source>after the camera</source>
        <translation>கமராவுக்குப் பின்</translation>
    </message>
    <message>
        <source>another program may put itself in front</source>
        <translation>வேறொரு நிரல் முன்னே வரலாம்</translation>
    </message>
    <message>
        <source>approved by your school</source>
        <translation>உங்கள் பாடசாலை அனுமதித்துள்ளது</translation>
    </message>
    <message>
        <source>asking your school…</source>
        <translation>பாடசாலையிடம் கேட்கிறது…</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>கேட்கிறது…</translation>
    </message>
    <message>
        <source>cannot be checked with the camera only</source>
        <translation>கமராவால் மட்டும் சரிபார்க்க முடியாது</translation>
    </message>
    <message>
        <source>cannot be checked without enrolment</source>
        <translation>பதிவு செய்யாமல் சரிபார்க்க முடியாது</translation>
    </message>
    <message>
        <source>could not be downloaded ({code})</source>
        <translation>பதிவிறக்க முடியவில்லை ({code})</translation>
    </message>
    <message>
        <source>downloading, {percent} %</source>
        <translation>பதிவிறங்குகிறது, {percent} %</translation>
    </message>
    <message>
        <source>follow the words in the picture</source>
        <translation>படத்தில் உள்ள சொற்படி செய்யுங்கள்</translation>
    </message>
    <message>
        <source>full; delete something first</source>
        <translation>நிரம்பியுள்ளது; முதலில் எதையாவது நீக்குங்கள்</translation>
    </message>
    <message>
        <source>gives a picture that cannot be read; choose another one</source>
        <translation>வாசிக்க முடியாத படத்தைத் தருகிறது; வேறொன்றைத் தெரிவுசெய்யுங்கள்</translation>
    </message>
    <message>
        <source>gives no picture; check its cable</source>
        <translation>படம் வரவில்லை; வடத்தைப் பாருங்கள்</translation>
    </message>
    <message>
        <source>good</source>
        <translation>நன்று</translation>
    </message>
    <message>
        <source>in use by another program; close it</source>
        <translation>வேறு மென்பொருள் பயன்படுத்துகிறது; அதை மூடுங்கள்</translation>
    </message>
    <message>
        <source>its files are missing</source>
        <translation>அதன் கோப்புகள் இல்லை</translation>
    </message>
    <message>
        <source>its files cannot be used</source>
        <translation>அதன் கோப்புகளைப் பயன்படுத்த முடியாது</translation>
    </message>
    <message>
        <source>its keys are taken by the system</source>
        <translation>அதன் விசைகளைக் கணினி எடுத்துக்கொள்கிறது</translation>
    </message>
    <message>
        <source>look into the camera</source>
        <translation>கமராவைப் பாருங்கள்</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>பார்க்கிறது…</translation>
    </message>
    <message>
        <source>mostly</source>
        <translation>பெரும்பாலும்</translation>
    </message>
    <message>
        <source>newer recording programs still see it</source>
        <translation>புதிய பதிவு நிரல்களுக்கு அது இன்னும் தெரியும்</translation>
    </message>
    <message>
        <source>no</source>
        <translation>இல்லை</translation>
    </message>
    <message>
        <source>not allowed on this PC; see the system&apos;s settings</source>
        <translation>இந்தக் கணினியில் அனுமதி இல்லை; கணினி அமைப்புகளைப் பாருங்கள்</translation>
    </message>
    <message>
        <source>not found; plug it in</source>
        <translation>காணவில்லை; இணையுங்கள்</translation>
    </message>
    <message>
        <source>not here yet; it needs the network once</source>
        <translation>இன்னும் இங்கே இல்லை; ஒரு முறை இணைப்புத் தேவை</translation>
    </message>
    <message>
        <source>not on this PC; your exam is recorded as “camera only”</source>
        <translation>இந்தக் கணினியில் இல்லை; உங்கள் பரீட்சை “கமரா மட்டும்” எனப் பதிவாகும்</translation>
    </message>
    <message>
        <source>not recognised yet; you may start, your teacher will see it</source>
        <translation>இன்னும் அடையாளம் தெரியவில்லை; நீங்கள் தொடங்கலாம், ஆசிரியர் இதைப் பார்ப்பார்</translation>
    </message>
    <message>
        <source>not yet, or not approved</source>
        <translation>இன்னும் இல்லை, அல்லது அனுமதிக்கவில்லை</translation>
    </message>
    <message>
        <source>on, but gives no picture; unplug it and plug it in again</source>
        <translation>இயங்குகிறது, ஆனால் படம் வரவில்லை; கழற்றி மீண்டும் இணையுங்கள்</translation>
    </message>
    <message>
        <source>one</source>
        <translation>ஒன்று</translation>
    </message>
    <message>
        <source>one second</source>
        <translation>1 வினாடி</translation>
    </message>
    <message>
        <source>only {size} free</source>
        <translation>{size} இடம் மட்டுமே உள்ளது</translation>
    </message>
    <message>
        <source>other tools take pictures without that key</source>
        <translation>வேறு கருவிகள் அந்த விசையின்றிப் படம் எடுக்கும்</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>தயார்</translation>
    </message>
    <message>
        <source>ready, without the liveness file</source>
        <translation>தயார், உயிர்ப்புச் சோதனைக் கோப்பு இல்லாமல்</translation>
    </message>
    <message>
        <source>recognised</source>
        <translation>அடையாளம் தெரிந்தது</translation>
    </message>
    <message>
        <source>remote-control programs only by the list</source>
        <translation>தொலைக் கட்டுப்பாட்டு நிரல்கள் பட்டியல் மூலம் மட்டும்</translation>
    </message>
    <message>
        <source>repeats one picture; unplug it and plug it in again, or choose another one</source>
        <translation>ஒரே படத்தைத் திரும்பத் திரும்பக் காட்டுகிறது; கழற்றி மீண்டும் இணையுங்கள், அல்லது வேறொன்றைத் தெரிவுசெய்யுங்கள்</translation>
    </message>
    <message>
        <source>sealed until the exam opens</source>
        <translation>பரீட்சை திறக்கும் வரை முத்திரையிடப்பட்டுள்ளது</translation>
    </message>
    <message>
        <source>seems to be covered</source>
        <translation>மறைக்கப்பட்டது போலுள்ளது</translation>
    </message>
    <message>
        <source>some of its keys are taken by the system</source>
        <translation>அதன் சில விசைகளைக் கணினி எடுத்துக்கொள்கிறது</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>தொடங்குகிறது…</translation>
    </message>
    <message>
        <source>stopped; check its cable</source>
        <translation>நின்றுவிட்டது; வடத்தைப் பாருங்கள்</translation>
    </message>
    <message>
        <source>the camera program does not start</source>
        <translation>கமரா மென்பொருள் தொடங்கவில்லை</translation>
    </message>
    <message>
        <source>the server has not been reached yet</source>
        <translation>சேவையகத்தை இன்னும் அடையவில்லை</translation>
    </message>
    <message>
        <source>the video file cannot be read; choose another one</source>
        <translation>காணொளிக் கோப்பை வாசிக்க முடியவில்லை; வேறொன்றைத் தெரிவுசெய்யுங்கள்</translation>
    </message>
    <message>
        <source>there is no display here</source>
        <translation>இங்கே திரை இல்லை</translation>
    </message>
    <message>
        <source>this PC cannot use a camera</source>
        <translation>இந்தக் கணினியால் கமராவைப் பயன்படுத்த முடியாது</translation>
    </message>
    <message>
        <source>this system does not offer it</source>
        <translation>இந்தக் கணினி அமைப்பு அதை வழங்குவதில்லை</translation>
    </message>
    <message>
        <source>too far away to tell; come closer</source>
        <translation>அடையாளம் காணத் தூரம் அதிகம்; அருகில் வாருங்கள்</translation>
    </message>
    <message>
        <source>very bright; turn away from the window</source>
        <translation>அதிக வெளிச்சம்; ஜன்னலிலிருந்து திரும்புங்கள்</translation>
    </message>
    <message>
        <source>with other files than this PC has; please enrol again</source>
        <translation>இந்தக் கணினியில் இல்லாத வேறு கோப்புகளுடன்; மீண்டும் பதிவுசெய்யுங்கள்</translation>
    </message>
    <message>
        <source>works</source>
        <translation>இயங்குகிறது</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ஆம்</translation>
    </message>
    <message>
        <source>{apart} apart from the server&apos;s</source>
        <translation>சேவையகத்திலிருந்து {apart} வித்தியாசம்</translation>
    </message>
    <message>
        <source>{apart} apart; the exam goes by the server&apos;s clock</source>
        <translation>{apart} வித்தியாசம்; பரீட்சை சேவையகக் கடிகாரத்தின்படி நடக்கும்</translation>
    </message>
    <message>
        <source>{file} is damaged or no face model.</source>
        <translation>{file} சேதமடைந்துள்ளது, அல்லது முகம் அறியும் கோப்பு அல்ல.</translation>
    </message>
    <message>
        <source>{n} extra; arranged for you</source>
        <translation>கூடுதலாக {n}; உங்களுக்கு அனுமதிக்கப்பட்டுள்ளது</translation>
    </message>
    <message>
        <source>{n} extra; unplug before you start</source>
        <translation>கூடுதலாக {n}; தொடங்கும் முன் கழற்றுங்கள்</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} வினாடி</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} வினாடிகள்</translation>
    </message>
    <message>
        <source>{reason} Keep writing.</source>
        <translation>{reason} தொடர்ந்து எழுதுங்கள்.</translation>
    </message>
    <message>
        <source>{server} shows another key than when you first signed in. If your school set the server up anew, you can trust it; otherwise ask first. Nothing was sent.</source>
        <translation>{server} நீங்கள் முதலில் உள்நுழைந்தபோது இருந்த திறவுகோலைக் காட்டவில்லை. பாடசாலை சேவையகத்தைப் புதிதாக அமைத்திருந்தால் நம்பலாம்; இல்லையெனில் முதலில் கேளுங்கள். எதுவும் அனுப்பப்படவில்லை.</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} இடம் உள்ளது</translation>
    </message>
    <message>
        <source>“As the computer says” follows what the system knows of the network.</source>
        <translation>“கணினி கூறுவது போல” என்பது வலையமைப்பைப் பற்றி கணினி அறிந்ததைப் பின்பற்றும்.</translation>
    </message>
    <message>
        <source>“As the computer” follows light, dark and high contrast.</source>
        <translation>“கணினிப்படி” கணினியின் நிறங்களையே பின்பற்றும்.</translation>
    </message>
</context>
<context>
    <name>MessagesPage</name>
    <message>
        <source>All</source>
        <translation>அனைத்தும்</translation>
    </message>
    <message>
        <source>Find a message</source>
        <translation>செய்தியைத் தேடுக</translation>
    </message>
    <message>
        <source>Look for a part of the text, in any language.</source>
        <translation>எந்த மொழியிலும் உரையின் ஒரு பகுதியைத் தேடுக.</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>அனைத்தையும் வாசித்ததாகக் குறிக்குக</translation>
    </message>
    <message>
        <source>Messages come with the network.</source>
        <translation>வலையமைப்பு கிடைத்ததும் செய்திகள் வரும்.</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>செய்திகள் இல்லை</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>எதுவும் கிடைக்கவில்லை</translation>
    </message>
    <message>
        <source>Nothing on this computer yet</source>
        <translation>இந்தக் கணினியில் இன்னும் எதுவும் இல்லை</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>வாசிக்காதவை</translation>
    </message>
    <message>
        <source>What is new appears here.</source>
        <translation>புதியவை இங்கே தோன்றும்.</translation>
    </message>
    <message>
        <source>What your school and your teachers say appears here.</source>
        <translation>உங்கள் பாடசாலையும் ஆசிரியர்களும் கூறுபவை இங்கே தோன்றும்.</translation>
    </message>
    <message>
        <source>You have read everything</source>
        <translation>நீங்கள் அனைத்தையும் வாசித்துவிட்டீர்கள்</translation>
    </message>
</context>
<context>
    <name>MiniBar</name>
    <message>
        <source>Back to the class</source>
        <translation>வகுப்புக்குத் திரும்பு</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>வெளியேறு</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Account</source>
        <translation>கணக்கு</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>வருகை</translation>
    </message>
    <message>
        <source>Attendance record</source>
        <translation>வரவுப் பதிவு</translation>
    </message>
    <message>
        <source>Attendance rule</source>
        <translation>வரவு விதி</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>வகுப்புகள்</translation>
    </message>
    <message>
        <source>Exams</source>
        <translation>பரீட்சைகள்</translation>
    </message>
    <message>
        <source>Face for exams</source>
        <translation>பரீட்சைக்கான முகம்</translation>
    </message>
    <message>
        <source>Faces to approve</source>
        <translation>முக அனுமதி</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>நூலகம்</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>உரிமங்கள்</translation>
    </message>
    <message>
        <source>Live class</source>
        <translation>நேரடி வகுப்பு</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>புள்ளியிடல்</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>பாடப் பொருட்கள்</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>செய்திகள்</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>கொடுப்பனவுகள்</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>வெளியீடுகள்</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>பதிவுகள்</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>பெறுபேறுகள்</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>அமைப்புகள்</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>கற்றல்</translation>
    </message>
    <message>
        <source>Timetable</source>
        <translation>நேரசூசி</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>இன்று</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Blue</source>
        <translation>நீலம்</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>இரத்துச் செய்</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>நிறம்</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>பச்சை</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>இளஞ்சிவப்பு</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>சேமி</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>மஞ்சள்</translation>
    </message>
    <message>
        <source>You wrote this on two computers at the same time. Both texts are here: make them one.</source>
        <translation>இதை ஒரே நேரத்தில் இரு கணினிகளில் எழுதினீர்கள். இரு உரைகளும் இங்கே உள்ளன: ஒன்றாக்குங்கள்.</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>உங்கள் குறிப்பு</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Bookmark</source>
        <translation>பக்கக்குறி</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>அட்டை</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>நீக்கு</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>திருத்து</translation>
    </message>
    <message>
        <source>Find in your notes</source>
        <translation>உங்கள் குறிப்புகளில் தேடு</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>சிறப்புக்குறி</translation>
    </message>
    <message>
        <source>Look for words of the text or of your note.</source>
        <translation>உரையின் அல்லது உங்கள் குறிப்பின் சொற்களைத் தேடுங்கள்.</translation>
    </message>
    <message>
        <source>Make a card</source>
        <translation>அட்டை உருவாக்கு</translation>
    </message>
    <message>
        <source>More</source>
        <translation>மேலும்</translation>
    </message>
    <message>
        <source>No notes yet</source>
        <translation>இன்னும் குறிப்புகள் இல்லை</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>குறிப்பு</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>குறிப்புகள்</translation>
    </message>
    <message>
        <source>Notes ({count})</source>
        <translation>குறிப்புகள் ({count})</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>எதுவும் கிடைக்கவில்லை</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>பக்கம் {number}</translation>
    </message>
    <message>
        <source>Place not found</source>
        <translation>இடம் கிடைக்கவில்லை</translation>
    </message>
    <message>
        <source>Place not found in the new version</source>
        <translation>புதிய பதிப்பில் இடம் கிடைக்கவில்லை</translation>
    </message>
    <message>
        <source>Save all as Markdown</source>
        <translation>அனைத்தையும் Markdown ஆகச் சேமி</translation>
    </message>
    <message>
        <source>Select words and highlight them, or write a note on this page. All stays on this PC.</source>
        <translation>சொற்களைத் தெரிந்து குறியிடுங்கள், அல்லது இப்பக்கத்தில் குறிப்பு எழுதுங்கள். அனைத்தும் இக்கணினியில் இருக்கும்.</translation>
    </message>
    <message>
        <source>Your notes</source>
        <translation>உங்கள் குறிப்புகள்</translation>
    </message>
    <message>
        <source>written on two computers</source>
        <translation>இரு கணினிகளில் எழுதப்பட்டது</translation>
    </message>
</context>
<context>
    <name>NoticedCard</name>
    <message>
        <source>A person at your school looks at this; nothing is decided by a program.</source>
        <translation>பாடசாலையில் ஒருவர் இதைப் பார்ப்பார்; மென்பொருள் எதையும் முடிவு செய்யாது.</translation>
    </message>
    <message>
        <source>LearnUp cannot be reached: pictures, decisions and replies need the network.</source>
        <translation>LearnUp ஐ அடைய முடியவில்லை: படங்கள், முடிவுகள், பதில்களுக்கு இணைப்பு தேவை.</translation>
    </message>
    <message>
        <source>Nothing was noticed.</source>
        <translation>எதுவும் கவனிக்கப்படவில்லை.</translation>
    </message>
    <message>
        <source>This is what this PC wrote down. Pictures, decisions and replies need the network.</source>
        <translation>இந்தக் கணினி குறித்துக்கொண்டது இதுவே. படங்கள், முடிவுகள், பதில்களுக்கு இணைப்பு தேவை.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>மீண்டும் முயற்சி</translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation>கவனிக்கப்பட்டவை</translation>
    </message>
</context>
<context>
    <name>NoticedRow</name>
    <message>
        <source>Change your reply</source>
        <translation>பதிலை மாற்றுங்கள்</translation>
    </message>
    <message>
        <source>Looked at: explained</source>
        <translation>பார்க்கப்பட்டது: விளக்கம் கிடைத்தது</translation>
    </message>
    <message>
        <source>Looked at: kept for the school</source>
        <translation>பார்க்கப்பட்டது: பாடசாலைக்காக வைக்கப்பட்டது</translation>
    </message>
    <message>
        <source>Looked at: of no importance</source>
        <translation>பார்க்கப்பட்டது: முக்கியமில்லை</translation>
    </message>
    <message>
        <source>Looked at: you were told</source>
        <translation>பார்க்கப்பட்டது: உங்களிடம் சொல்லப்பட்டது</translation>
    </message>
    <message>
        <source>Picture {number}</source>
        <translation>படம் {number}</translation>
    </message>
    <message>
        <source>Pictures deleted since their time was over: {n}</source>
        <translation>காலம் முடிந்ததால் நீக்கப்பட்ட படங்கள்: {n}</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>பதிலளியுங்கள்</translation>
    </message>
    <message>
        <source>The pictures are deleted on {day}.</source>
        <translation>படங்கள் {day} அன்று நீக்கப்படும்.</translation>
    </message>
    <message>
        <source>You wrote: {text}</source>
        <translation>நீங்கள் எழுதியது: {text}</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>About Qt</source>
        <translation>Qt பற்றி</translation>
    </message>
    <message>
        <source>Find a library or licence</source>
        <translation>நூலகம் அல்லது உரிமத்தைத் தேடு</translation>
    </message>
    <message>
        <source>Its licence is kept with the library itself.</source>
        <translation>அதன் உரிமம் நூலகத்துடனேயே உள்ளது.</translation>
    </message>
    <message>
        <source>Its web page</source>
        <translation>அதன் இணையப் பக்கம்</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>எதுவும் கிடைக்கவில்லை</translation>
    </message>
    <message>
        <source>The licence in full</source>
        <translation>முழு உரிமம்</translation>
    </message>
    <message>
        <source>What LearnUp is made of</source>
        <translation>LearnUp எவற்றால் ஆனது</translation>
    </message>
    <message>
        <source>{count} parts</source>
        <translation>{count} பகுதிகள்</translation>
    </message>
</context>
<context>
    <name>NumericEditor</name>
    <message>
        <source>The unit is missing.</source>
        <translation>அலகு இல்லை.</translation>
    </message>
    <message>
        <source>This does not look like a number with a unit yet, for instance 9.8 m/s².</source>
        <translation>இது இன்னும் அலகுடன் கூடிய எண்ணாகத் தெரியவில்லை; எ.கா: 9.8 m/s².</translation>
    </message>
    <message>
        <source>This does not look like a number yet, for instance 12.5 or 3e8.</source>
        <translation>இது இன்னும் எண் போல இல்லை. எடுத்துக்காட்டு: 12.5 அல்லது 3e8.</translation>
    </message>
    <message>
        <source>Your answer, a number</source>
        <translation>உங்கள் விடை, ஓர் எண்</translation>
    </message>
    <message>
        <source>Your answer, a number with its unit</source>
        <translation>உங்கள் விடை, அலகுடன் கூடிய எண்</translation>
    </message>
</context>
<context>
    <name>OrderingEditor</name>
    <message>
        <source>Drag a row, press its arrows, or hold Ctrl and press ↑ or ↓.</source>
        <translation>ஒரு வரியை இழுக்கவும், அதன் அம்புகளை அழுத்தவும், அல்லது Ctrl ஐப் பிடித்துக்கொண்டு ↑ அல்லது ↓ ஐ அழுத்தவும்.</translation>
    </message>
    <message>
        <source>It is right like this</source>
        <translation>இது சரியாகவே உள்ளது</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>கீழே நகர்த்து</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>மேலே நகர்த்து</translation>
    </message>
    <message>
        <source>{item}, place {n} of {total}</source>
        <translation>{item}, {total} இல் {n} ஆவது இடம்</translation>
    </message>
</context>
<context>
    <name>OwnRecordPage</name>
    <message>
        <source>An earlier lesson</source>
        <translation>முந்தைய பாடம்</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>வகுப்பு வாரியாக</translation>
    </message>
    <message>
        <source>Corrected: {state}</source>
        <translation>திருத்தப்பட்டது: {state}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>புதியது</translation>
    </message>
    <message>
        <source>Nothing marked on this day</source>
        <translation>இந்நாளில் எதுவும் குறிக்கப்படவில்லை</translation>
    </message>
    <message>
        <source>Nothing marked yet</source>
        <translation>இன்னும் எதுவும் குறிக்கப்படவில்லை</translation>
    </message>
    <message>
        <source>Present and late count as attended; excused lessons do not count. Tell your teacher if one is wrong.</source>
        <translation>வருகையும் தாமதமும் வரவாகும்; அனுமதி பெற்ற பாடங்கள் கணக்கிடப்படா. தவறிருந்தால் ஆசிரியரிடம் கூறவும்.</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>அடுத்த மாதம்</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>முந்தைய மாதம்</translation>
    </message>
    <message>
        <source>What the school told you</source>
        <translation>பாடசாலை உங்களுக்கு அறிவித்தவை</translation>
    </message>
    <message>
        <source>You were marked absent</source>
        <translation>நீங்கள் வரவில்லை எனக் குறிக்கப்பட்டுள்ளது</translation>
    </message>
    <message>
        <source>Your attendance</source>
        <translation>உங்கள் வரவு</translation>
    </message>
    <message>
        <source>Your attendance appears here when a teacher marks it. It stays here with no network too.</source>
        <translation>ஆசிரியர் குறித்ததும் உங்கள் வரவு இங்கே தோன்றும். வலையமைப்பு இல்லாவிட்டாலும் இங்கே இருக்கும்.</translation>
    </message>
    <message>
        <source>below the {share} that your school asks for</source>
        <translation>பாடசாலை கேட்கும் {share} இற்குக் குறைவு</translation>
    </message>
    <message>
        <source>{n} lessons</source>
        <translation>{n} பாடங்கள்</translation>
    </message>
</context>
<context>
    <name>PackActions</name>
    <message>
        <source>Connect once, then copy. The files themselves are here.</source>
        <translation>ஒருமுறை இணைந்து, பின் நகலெடுங்கள். கோப்புகள் இங்கேயே உள்ளன.</translation>
    </message>
    <message>
        <source>Copy to a USB stick</source>
        <translation>USB நினைவகத்துக்கு நகலெடு</translation>
    </message>
    <message>
        <source>Download something first.</source>
        <translation>முதலில் எதையாவது பதிவிறக்குங்கள்.</translation>
    </message>
    <message>
        <source>Not on the stick: {titles}.</source>
        <translation>USB நினைவகத்தில் இல்லை: {titles}.</translation>
    </message>
    <message>
        <source>Not what the school signed, and left out: {titles}.</source>
        <translation>பாடசாலை கையொப்பமிட்டது அல்ல, விடப்பட்டது: {titles}.</translation>
    </message>
    <message>
        <source>Nothing to copy yet</source>
        <translation>நகலெடுக்க இன்னும் எதுவும் இல்லை</translation>
    </message>
    <message>
        <source>Take from a USB stick</source>
        <translation>USB நினைவகத்திலிருந்து எடு</translation>
    </message>
    <message>
        <source>Take the stick out the safe way, and choose “Take from a USB stick” on the other computer.</source>
        <translation>USB நினைவகத்தைப் பாதுகாப்பாக அகற்றி, மற்றக் கணினியில் “USB நினைவகத்திலிருந்து எடு” என்பதைத் தேர்ந்தெடுங்கள்.</translation>
    </message>
    <message>
        <source>The school has to sign the list first</source>
        <translation>முதலில் பாடசாலை பட்டியலில் கையொப்பமிட வேண்டும்</translation>
    </message>
    <message>
        <source>{count} files belong to classes you are not in, or the school has newer ones.</source>
        <translation>{count} கோப்புகள் நீங்கள் இல்லாத வகுப்புகளுக்குரியவை, அல்லது பாடசாலையில் புதியவை உள்ளன.</translation>
    </message>
    <message>
        <source>{count} files copied, {already} were on the stick already.</source>
        <translation>{count} கோப்புகள் நகலெடுக்கப்பட்டன, {already} ஏற்கனவே USB நினைவகத்தில் இருந்தன.</translation>
    </message>
    <message>
        <source>{count} files taken, {already} were here already.</source>
        <translation>{count} கோப்புகள் எடுக்கப்பட்டன, {already} ஏற்கனவே இங்கே இருந்தன.</translation>
    </message>
    <message>
        <source>{here} of {size}</source>
        <translation>{size} இல் {here}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Class</source>
        <translation>வகுப்பு</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>பாடப்பொருள்</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>மாணவர்</translation>
    </message>
</context>
<context>
    <name>PaperImage</name>
    <message>
        <source>Larger picture</source>
        <translation>பெரிய படம்</translation>
    </message>
    <message>
        <source>Picture of this question</source>
        <translation>இந்த வினாவின் படம்</translation>
    </message>
    <message>
        <source>Smaller picture</source>
        <translation>சிறிய படம்</translation>
    </message>
    <message>
        <source>The picture cannot be shown. It shows: {what}</source>
        <translation>படத்தைக் காட்ட முடியவில்லை. அதில் உள்ளது: {what}</translation>
    </message>
</context>
<context>
    <name>PartView</name>
    <message>
        <source>1 mark</source>
        <translation>1 புள்ளி</translation>
    </message>
    <message>
        <source>{n} marks</source>
        <translation>{n} புள்ளிகள்</translation>
    </message>
</context>
<context>
    <name>PasswordCard</name>
    <message>
        <source>Join</source>
        <translation>சேர்</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>வெளியேறு</translation>
    </message>
    <message>
        <source>Password of the class</source>
        <translation>வகுப்பின் கடவுச்சொல்</translation>
    </message>
    <message>
        <source>This class asks for a password</source>
        <translation>இந்த வகுப்புக்குக் கடவுச்சொல் தேவை</translation>
    </message>
    <message>
        <source>Your teacher has it.</source>
        <translation>அது ஆசிரியரிடம் உள்ளது.</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation>கடவுச்சொல்லை மறை</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>கடவுச்சொல்லைக் காட்டு</translation>
    </message>
</context>
<context>
    <name>PaymentsPage</name>
    <message>
        <source>All that is open, together</source>
        <translation>செலுத்த வேண்டியவற்றின் மொத்தம்</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>இரத்து</translation>
    </message>
    <message>
        <source>Due {date}</source>
        <translation>{date} க்குள் செலுத்தவும்</translation>
    </message>
    <message>
        <source>Finish paying in your browser</source>
        <translation>உங்கள் உலாவியில் செலுத்தி முடிக்கவும்</translation>
    </message>
    <message>
        <source>Invoice {number}</source>
        <translation>விலைப்பட்டியல் {number}</translation>
    </message>
    <message>
        <source>It is done on the bank&apos;s page, so it cannot be kept for later. Your invoices stay here.</source>
        <translation>இது வங்கியின் பக்கத்தில் நடைபெறுவதால் பிறகுக்கு வைக்க முடியாது. உங்கள் விலைப்பட்டியல்கள் இங்கே இருக்கும்.</translation>
    </message>
    <message>
        <source>No browser could be opened</source>
        <translation>உலாவியைத் திறக்க முடியவில்லை</translation>
    </message>
    <message>
        <source>No invoices</source>
        <translation>விலைப்பட்டியல்கள் இல்லை</translation>
    </message>
    <message>
        <source>No program for PDF files was found</source>
        <translation>PDF கோப்புகளுக்கான நிரல் இல்லை</translation>
    </message>
    <message>
        <source>Nothing on this computer yet</source>
        <translation>இந்தக் கணினியில் இன்னும் எதுவும் இல்லை</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>செலுத்த எதுவும் இல்லை</translation>
    </message>
    <message>
        <source>Open this address yourself: {address}</source>
        <translation>இந்த முகவரியை நீங்களே திறக்கவும்: {address}</translation>
    </message>
    <message>
        <source>Overdue since {date}</source>
        <translation>{date} முதல் தாமதம்</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>செலுத்தப்பட்டது</translation>
    </message>
    <message>
        <source>Paid {date}</source>
        <translation>செலுத்தியது {date}</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>செலுத்து</translation>
    </message>
    <message>
        <source>Paying needs a network</source>
        <translation>செலுத்த இணைப்பு தேவை</translation>
    </message>
    <message>
        <source>Paying needs a network.</source>
        <translation>செலுத்த இணைப்பு தேவை.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>பற்றுச்சீட்டு</translation>
    </message>
    <message>
        <source>The receipt is here: {path}</source>
        <translation>பற்றுச்சீட்டு இங்கே உள்ளது: {path}</translation>
    </message>
    <message>
        <source>This page shows it as paid as soon as the school has heard from the bank.</source>
        <translation>வங்கி பாடசாலைக்கு அறிவித்தவுடன் இப்பக்கம் செலுத்தப்பட்டதாகக் காட்டும்.</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>செலுத்த வேண்டியவை</translation>
    </message>
    <message>
        <source>What the school holds for you</source>
        <translation>பாடசாலை உங்களுக்காக வைத்திருப்பது</translation>
    </message>
    <message>
        <source>When the school asks for a payment, it is here.</source>
        <translation>பாடசாலை கொடுப்பனவு கேட்கும்போது அது இங்கே இருக்கும்.</translation>
    </message>
    <message>
        <source>Your invoices are fetched as soon as there is a network.</source>
        <translation>இணைப்பு கிடைத்தவுடன் உங்கள் விலைப்பட்டியல்கள் பெறப்படும்.</translation>
    </message>
    <message>
        <source>Your wallet</source>
        <translation>உங்கள் பணப்பை</translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>Pages</source>
        <translation>பக்கங்கள்</translation>
    </message>
    <message>
        <source>Shift and the arrow keys select words; F7 shows a cursor.</source>
        <translation>Shift மற்றும் அம்பு விசைகள் சொற்களைத் தேர்ந்தெடுக்கும்; F7 ஒரு இடஞ்சுட்டியைக் காட்டும்.</translation>
    </message>
</context>
<context>
    <name>PdfThumbnails</name>
    <message>
        <source>Page {number}</source>
        <translation>பக்கம் {number}</translation>
    </message>
    <message>
        <source>Small pages</source>
        <translation>சிறு பக்கங்கள்</translation>
    </message>
</context>
<context>
    <name>PdfViewer</name>
    <message>
        <source>Contents</source>
        <translation>உள்ளடக்கம்</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>{count} இல் {page} ஆம் பக்கம்</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>பக்கங்கள்</translation>
    </message>
</context>
<context>
    <name>PhotoCard</name>
    <message>
        <source>At school</source>
        <translation>பாடசாலையில் உள்ளது</translation>
    </message>
    <message>
        <source>Not on this PC</source>
        <translation>இக்கணினியில் இல்லை</translation>
    </message>
    <message>
        <source>On this PC</source>
        <translation>இக்கணினியில்</translation>
    </message>
    <message>
        <source>Photograph {n}</source>
        <translation>ஒளிப்படம் {n}</translation>
    </message>
    <message>
        <source>Take out photograph {n}</source>
        <translation>ஒளிப்படம் {n} ஐ நீக்கு</translation>
    </message>
</context>
<context>
    <name>PhotoDialog</name>
    <message>
        <source>Cancel</source>
        <translation>இரத்துச் செய்</translation>
    </message>
    <message>
        <source>Hold still, the camera takes its largest picture…</source>
        <translation>அசைக்காதீர்கள், கமரா அதன் மிகப்பெரிய படத்தை எடுக்கிறது…</translation>
    </message>
    <message>
        <source>Hold the sheet flat and near, so that it fills the picture. Your face is not needed now.</source>
        <translation>தாள் படத்தை நிரப்பும்படி தட்டையாகவும் அருகிலும் பிடியுங்கள். இப்போது உங்கள் முகம் தேவையில்லை.</translation>
    </message>
    <message>
        <source>Is everything easy to read? Drag the corners, or press arrow keys, to cut off the rest.</source>
        <translation>எல்லாம் எளிதாக வாசிக்க முடிகிறதா? தேவையற்றதை வெட்ட மூலைகளை இழுங்கள் அல்லது அம்பு விசைகளை அழுத்துங்கள்.</translation>
    </message>
    <message>
        <source>Photograph your paper</source>
        <translation>உங்கள் தாளைப் படம் எடுக்கவும்</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>மீண்டும் எடுக்கவும்</translation>
    </message>
    <message>
        <source>Take the photograph</source>
        <translation>படம் எடுக்கவும்</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>கமரா தொடங்குகிறது…</translation>
    </message>
    <message>
        <source>Turn to the left</source>
        <translation>இடப்பக்கம் திருப்பவும்</translation>
    </message>
    <message>
        <source>Turn to the right</source>
        <translation>வலப்பக்கம் திருப்பவும்</translation>
    </message>
    <message>
        <source>Use this photograph</source>
        <translation>இந்தப் படத்தைப் பயன்படுத்தவும்</translation>
    </message>
    <message>
        <source>Your photograph</source>
        <translation>உங்கள் படம்</translation>
    </message>
</context>
<context>
    <name>PolicyPage</name>
    <message>
        <source>Absences in a row without a reason</source>
        <translation>காரணமின்றித் தொடர்ச்சியாக வராத தடவைகள்</translation>
    </message>
    <message>
        <source>Attended at least</source>
        <translation>குறைந்தபட்ச வரவு</translation>
    </message>
    <message>
        <source>Every class has it now.</source>
        <translation>இப்போது எல்லா வகுப்புகளிலும் இது உள்ளது.</translation>
    </message>
    <message>
        <source>Missed, for whatever reason</source>
        <translation>எந்தக் காரணத்தாலும் தவறவிட்ட பங்கு</translation>
    </message>
    <message>
        <source>Rule saved</source>
        <translation>விதி சேமிக்கப்பட்டது</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>சேமி</translation>
    </message>
    <message>
        <source>Shares count from so many marked lessons</source>
        <translation>வீதங்கள் கணக்கில் வரும் குறிக்கப்பட்ட பாடங்களின் எண்ணிக்கை</translation>
    </message>
    <message>
        <source>Teachers see the students of this rule on a list. It counts for every class as soon as it is saved.</source>
        <translation>இந்த விதிக்கு உட்படும் மாணவர்களை ஆசிரியர்கள் பட்டியலில் பார்ப்பர். சேமித்தவுடன் எல்லா வகுப்புகளுக்கும் இது பொருந்தும்.</translation>
    </message>
    <message>
        <source>This can be changed with a network only</source>
        <translation>இணைப்பு இருக்கும்போது மட்டுமே இதை மாற்றலாம்</translation>
    </message>
    <message>
        <source>Times late in the last ten lessons</source>
        <translation>கடைசிப் பத்துப் பாடங்களில் தாமதமான தடவைகள்</translation>
    </message>
    <message>
        <source>Usual values</source>
        <translation>வழக்கமான மதிப்புகள்</translation>
    </message>
    <message>
        <source>What this PC knows is shown. It counts for the whole school, so it is not kept for later.</source>
        <translation>இந்தக் கணினிக்குத் தெரிந்தது காட்டப்படுகிறது. இது முழுப் பாடசாலைக்கும் உரியது, எனவே பின்னர் அனுப்ப வைக்கப்படாது.</translation>
    </message>
    <message>
        <source>When a student&apos;s absences are looked at</source>
        <translation>மாணவரின் வராமை எப்போது கவனிக்கப்படும்</translation>
    </message>
</context>
<context>
    <name>PresencePanel</name>
    <message>
        <source>Done</source>
        <translation>முடிந்தது</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>இப்போது வேண்டாம்</translation>
    </message>
    <message>
        <source>Show that you are there</source>
        <translation>நீங்கள் இருப்பதைக் காட்டுங்கள்</translation>
    </message>
    <message>
        <source>That did not work. Try again with light on your face, or type a number instead.</source>
        <translation>அது சரிவரவில்லை. முகத்தில் வெளிச்சம் படும்படி மீண்டும் முயலுங்கள், அல்லது ஓர் எண்ணைத் தட்டச்சு செய்யுங்கள்.</translation>
    </message>
    <message>
        <source>That was another number. Try again.</source>
        <translation>அது வேறோர் எண். மீண்டும் முயலுங்கள்.</translation>
    </message>
    <message>
        <source>The camera was not sure. Turn your head as it says, or type a number. It decides nothing.</source>
        <translation>கமராவுக்கு உறுதியாகத் தெரியவில்லை. சொல்வதுபோல் தலையைத் திருப்புங்கள், அல்லது ஓர் எண்ணைத் தட்டச்சு செய்யுங்கள். இது எதையும் தீர்மானிக்காது.</translation>
    </message>
    <message>
        <source>Turn my head</source>
        <translation>தலையைத் திருப்புகிறேன்</translation>
    </message>
    <message>
        <source>Type a number instead</source>
        <translation>அதற்குப் பதிலாக ஓர் எண்ணைத் தட்டச்சு செய்கிறேன்</translation>
    </message>
    <message>
        <source>Type this number: {number}</source>
        <translation>இந்த எண்ணைத் தட்டச்சு செய்யுங்கள்: {number}</translation>
    </message>
    <message>
        <source>You can go on writing afterwards.</source>
        <translation>பிறகு நீங்கள் தொடர்ந்து எழுதலாம்.</translation>
    </message>
</context>
<context>
    <name>PublicationsPage</name>
    <message>
        <source>Back to the library</source>
        <translation>நூலகத்திற்குத் திரும்புக</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>வாங்குக</translation>
    </message>
    <message>
        <source>Buy “{title}” for {price}?</source>
        <translation>“{title}” ஐ {price} இற்கு வாங்கவா?</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>இலவசம்</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>பெறுக</translation>
    </message>
    <message>
        <source>Getting a publication needs a network</source>
        <translation>வெளியீட்டைப் பெற வலையமைப்பு தேவை</translation>
    </message>
    <message>
        <source>It is asked of the school, so it cannot be kept for later.</source>
        <translation>இது பாடசாலையிடம் கேட்கப்படுவதால் பின்னர் அனுப்ப வைத்திருக்க முடியாது.</translation>
    </message>
    <message>
        <source>It is in your library now.</source>
        <translation>அது இப்போது உங்கள் நூலகத்தில் உள்ளது.</translation>
    </message>
    <message>
        <source>It is yours</source>
        <translation>அது உங்களுடையது</translation>
    </message>
    <message>
        <source>No publications</source>
        <translation>வெளியீடுகள் இல்லை</translation>
    </message>
    <message>
        <source>Now it is to be paid</source>
        <translation>இப்போது பணம் செலுத்த வேண்டும்</translation>
    </message>
    <message>
        <source>Other classes</source>
        <translation>மற்ற வகுப்புகள்</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>செலுத்துக</translation>
    </message>
    <message>
        <source>Show in the library</source>
        <translation>நூலகத்தில் காட்டுக</translation>
    </message>
    <message>
        <source>Waits for payment</source>
        <translation>கட்டணத்திற்காகக் காத்திருக்கிறது</translation>
    </message>
    <message>
        <source>What you get here is yours alone and opens in the library, also with no network.</source>
        <translation>இங்கே பெறுவது உங்களுக்கு மட்டுமே; வலையமைப்பு இல்லாமலும் நூலகத்தில் திறக்கும்.</translation>
    </message>
    <message>
        <source>When a teacher of yours offers a book or a collection, it is here.</source>
        <translation>உங்கள் ஆசிரியர் ஒரு நூலையோ தொகுப்பையோ வழங்கும்போது அது இங்கே இருக்கும்.</translation>
    </message>
    <message>
        <source>You get an invoice and pay it on the bank&apos;s page. Until then it costs nothing.</source>
        <translation>உங்களுக்கு விலைப்பட்டியல் கிடைக்கும்; அதை வங்கியின் பக்கத்தில் செலுத்துங்கள். அதுவரை எந்தக் கட்டணமும் இல்லை.</translation>
    </message>
    <message>
        <source>Your time with it is over</source>
        <translation>உங்களுக்கான காலம் முடிந்தது</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>உங்களுடையது</translation>
    </message>
    <message>
        <source>Yours until {date}</source>
        <translation>{date} வரை உங்களுடையது</translation>
    </message>
    <message>
        <source>“{title}” is yours as soon as its invoice is paid.</source>
        <translation>விலைப்பட்டியலைச் செலுத்தியவுடன் “{title}” உங்களுடையதாகும்.</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>A word to all (may stay empty)</source>
        <translation>அனைவருக்கும் ஒரு வார்த்தை (வெறுமையாகவும் இருக்கலாம்)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>இரத்துச் செய்</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>வெளியிடு</translation>
    </message>
    <message>
        <source>Publish marks</source>
        <translation>புள்ளிகளை வெளியிடல்</translation>
    </message>
    <message>
        <source>Tell each student their place in class</source>
        <translation>ஒவ்வொரு மாணவருக்கும் வகுப்பில் அவர் இடத்தைச் சொல்</translation>
    </message>
    <message>
        <source>{n} answers are set aside and nobody has decided on them yet.</source>
        <translation>{n} விடைகள் தனியே உள்ளன; அவை பற்றி இன்னும் தீர்மானம் இல்லை.</translation>
    </message>
    <message>
        <source>{n} students will see their marks and your comments, and nobody else&apos;s.</source>
        <translation>{n} மாணவர் தம் புள்ளிகளையும் உங்கள் கருத்துகளையும் காண்பர்; மற்றவருடையதை அல்ல.</translation>
    </message>
</context>
<context>
    <name>QuestionCell</name>
    <message>
        <source>Question {n}</source>
        <translation>வினா {n}</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>விடை எழுதியது</translation>
    </message>
    <message>
        <source>at school</source>
        <translation>பாடசாலையில்</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>சேமிக்கப்படுகிறது</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>குறியிட்டது</translation>
    </message>
    <message>
        <source>in another section</source>
        <translation>வேறு பகுதியில்</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>விடை எழுதவில்லை</translation>
    </message>
    <message>
        <source>on this PC</source>
        <translation>இந்தக் கணினியில்</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>இப்போது திறந்துள்ளது</translation>
    </message>
</context>
<context>
    <name>QuestionMap</name>
    <message>
        <source>Question map</source>
        <translation>வினா வரைபடம்</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>வினாக்கள்</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{total}இல் {n}</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Choose all that are right.</source>
        <translation>சரியான அனைத்தையும் தெரிவு செய்யுங்கள்.</translation>
    </message>
</context>
<context>
    <name>ReaderPage</name>
    <message>
        <source>Back to the library</source>
        <translation>நூலகத்துக்குத் திரும்பு</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>இந்த உரையில் தேடு</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>பொருத்து</translation>
    </message>
    <message>
        <source>Highlight the selected words (Ctrl+H)</source>
        <translation>தெரிந்த சொற்களைக் குறியிடு (Ctrl+H)</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>பெரிதாக்கு</translation>
    </message>
    <message>
        <source>LearnUp opens this kind of file in another program of this computer.</source>
        <translation>இவ்வகைக் கோப்பை LearnUp இந்தக் கணினியின் வேறொரு நிரலில் திறக்கும்.</translation>
    </message>
    <message>
        <source>Leave LearnUp?</source>
        <translation>LearnUp ஐ விட்டு வெளியேறவா?</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>கிடைக்கவில்லை</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>திற</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>வேறொரு நிரலில் திற</translation>
    </message>
    <message>
        <source>Pages and contents</source>
        <translation>பக்கங்களும் உள்ளடக்கமும்</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>சிறிதாக்கு</translation>
    </message>
    <message>
        <source>The hit before</source>
        <translation>முந்தைய முடிவு</translation>
    </message>
    <message>
        <source>The next hit</source>
        <translation>அடுத்த முடிவு</translation>
    </message>
    <message>
        <source>This file is damaged or not what its name says. Tell your teacher.</source>
        <translation>இந்தக் கோப்பு சேதமடைந்துள்ளது அல்லது அதன் பெயர் சொல்வது அல்ல. உங்கள் ஆசிரியரிடம் சொல்லுங்கள்.</translation>
    </message>
    <message>
        <source>Your notes on this document</source>
        <translation>இந்த ஆவணம் பற்றிய உங்கள் குறிப்புகள்</translation>
    </message>
    <message>
        <source>{address} opens in the browser of this computer.</source>
        <translation>{address} இந்தக் கணினியின் உலாவியில் திறக்கும்.</translation>
    </message>
    <message>
        <source>{current} of {count}</source>
        <translation>{count} இல் {current}</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>Clock and disk</source>
        <translation>கடிகாரமும் வட்டும்</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>பதிவு செய்</translation>
    </message>
    <message>
        <source>Face enrolled</source>
        <translation>முகப் பதிவு</translation>
    </message>
    <message>
        <source>Face recognition</source>
        <translation>முக அடையாளம்</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>பெறு</translation>
    </message>
    <message>
        <source>One display</source>
        <translation>ஒரு திரை</translation>
    </message>
    <message>
        <source>Paper on this PC</source>
        <translation>வினாத்தாள்</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>காட்டு</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>அனுமதிக்கப்பட்டது</translation>
    </message>
    <message>
        <source>clock not compared yet</source>
        <translation>கடிகாரம் இன்னும் ஒப்பிடப்படவில்லை</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>நிறுவப்படவில்லை</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>இன்னும் இல்லை</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>தயார்</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>முத்திரையிடப்பட்டது</translation>
    </message>
    <message>
        <source>sealed, opens {time}</source>
        <translation>முத்திரையிடப்பட்டது, திறப்பது {time}</translation>
    </message>
    <message>
        <source>unplug before you start</source>
        <translation>தொடங்கும் முன் கழற்றுங்கள்</translation>
    </message>
    <message>
        <source>{count} displays</source>
        <translation>{count} திரைகள்</translation>
    </message>
    <message>
        <source>{length} s apart</source>
        <translation>{length} வினாடி வித்தியாசம்</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} இடம் உள்ளது</translation>
    </message>
    <message>
        <source>{size} to fetch</source>
        <translation>{size} பெற வேண்டும்</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>All exams</source>
        <translation>எல்லாப் பரீட்சைகள்</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>விடை எழுதியவை</translation>
    </message>
    <message>
        <source>Code copied</source>
        <translation>குறியீடு நகலெடுக்கப்பட்டது</translation>
    </message>
    <message>
        <source>Code of the receipt: {code}</source>
        <translation>பற்றுச்சீட்டின் குறியீடு: {code}</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>குறியீட்டை நகலெடு</translation>
    </message>
    <message>
        <source>Emergency file saved</source>
        <translation>அவசரக் கோப்பு சேமிக்கப்பட்டது</translation>
    </message>
    <message>
        <source>Entries in the journal</source>
        <translation>பதிவுகளின் எண்ணிக்கை</translation>
    </message>
    <message>
        <source>Everything this PC recorded of your exam; together with the receipt it is proof.</source>
        <translation>உங்கள் பரீட்சையில் இந்தக் கணினி பதிவு செய்த அனைத்தும்; பற்றுச்சீட்டுடன் சேர்ந்து இது சான்றாகும்.</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>பரீட்சை</translation>
    </message>
    <message>
        <source>Handed in and received</source>
        <translation>ஒப்படைத்து, பெறப்பட்டது</translation>
    </message>
    <message>
        <source>If this PC stays without a network, save an emergency file on a stick and give it to your teacher. Only your school can read it.</source>
        <translation>இந்தக் கணினிக்கு வலையமைப்பு கிடைக்காவிட்டால், அவசரக் கோப்பொன்றை USB இல் சேமித்து உங்கள் ஆசிரியரிடம் கொடுங்கள். அதை உங்கள் பாடசாலை மட்டுமே படிக்க முடியும்.</translation>
    </message>
    <message>
        <source>Its marks do not count.</source>
        <translation>இதன் புள்ளிகள் கணக்கில் எடுக்கப்படா.</translation>
    </message>
    <message>
        <source>Journal saved</source>
        <translation>பதிவேடு சேமிக்கப்பட்டது</translation>
    </message>
    <message>
        <source>No receipt here</source>
        <translation>இங்கே பற்றுச்சீட்டு இல்லை</translation>
    </message>
    <message>
        <source>QR code with the whole receipt</source>
        <translation>முழுப் பற்றுச்சீட்டையும் கொண்ட QR குறியீடு</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>பற்றுச்சீட்டு</translation>
    </message>
    <message>
        <source>Receipt of a practice paper</source>
        <translation>பயிற்சி வினாத்தாளின் பற்றுச்சீட்டு</translation>
    </message>
    <message>
        <source>Receipt of your exam</source>
        <translation>உங்கள் பரீட்சையின் பற்றுச்சீட்டு</translation>
    </message>
    <message>
        <source>Receipt saved</source>
        <translation>பற்றுச்சீட்டு சேமிக்கப்பட்டது</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>பெறப்பட்டது</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF ஆகச் சேமி</translation>
    </message>
    <message>
        <source>Save emergency file</source>
        <translation>அவசரக் கோப்பைச் சேமி</translation>
    </message>
    <message>
        <source>Save journal</source>
        <translation>பதிவேட்டைச் சேமி</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>பற்றுச்சீட்டைச் சேமி</translation>
    </message>
    <message>
        <source>Signed with key</source>
        <translation>கையொப்பத் திறவுகோல்</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>மாணவர்</translation>
    </message>
    <message>
        <source>There is no receipt of this exam on this PC. Your teacher can see how it stands.</source>
        <translation>இந்தப் பரீட்சையின் பற்றுச்சீட்டு இந்தக் கணினியில் இல்லை. அதன் நிலையை ஆசிரியர் பார்க்கலாம்.</translation>
    </message>
    <message>
        <source>This was a practice paper</source>
        <translation>இது பயிற்சி வினாத்தாளாக இருந்தது</translation>
    </message>
    <message>
        <source>Waiting for your school&apos;s receipt</source>
        <translation>பாடசாலையின் பற்றுச்சீட்டுக்காகக் காத்திருக்கிறது</translation>
    </message>
    <message>
        <source>Watched by</source>
        <translation>கண்காணித்தது</translation>
    </message>
    <message>
        <source>Your answers are on this PC. LearnUp hands them in by itself as soon as the network is there; the receipt then appears here.</source>
        <translation>உங்கள் விடைகள் இந்தக் கணினியில் உள்ளன. இணைப்பு வந்தவுடன் LearnUp தானாக ஒப்படைக்கும்; பற்றுச்சீட்டு பின்னர் இங்கே தோன்றும்.</translation>
    </message>
    <message>
        <source>Your school has signed for everything that this PC recorded.</source>
        <translation>இந்தக் கணினி பதிவு செய்த அனைத்தையும் பெற்றதாக உங்கள் பாடசாலை கையொப்பமிட்டுள்ளது.</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{total}இல் {n}</translation>
    </message>
</context>
<context>
    <name>RecordingRow</name>
    <message>
        <source>Download</source>
        <translation>பதிவிறக்கு</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>தொடர்க</translation>
    </message>
    <message>
        <source>On this PC</source>
        <translation>இந்தக் கணினியில்</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>இடைநிறுத்து</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>இயக்கு</translation>
    </message>
    <message>
        <source>The file could not be fetched. Try again, or tell your teacher.</source>
        <translation>கோப்பைப் பெற முடியவில்லை. மீண்டும் முயலுங்கள், அல்லது ஆசிரியரிடம் சொல்லுங்கள்.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>மீண்டும் முயற்சி</translation>
    </message>
    <message>
        <source>Waits: the library says why</source>
        <translation>காத்திருக்கிறது: காரணம் நூலகத்தில் உள்ளது</translation>
    </message>
    <message>
        <source>{here} of {size}</source>
        <translation>{size} இல் {here}</translation>
    </message>
</context>
<context>
    <name>RecordingsPage</name>
    <message>
        <source>A place is only yours when the school has said so. Try again when there is a network.</source>
        <translation>பாடசாலை உறுதிசெய்த பின்னரே இடம் உங்களுடையது. இணைப்பு உள்ளபோது மீண்டும் முயலுங்கள்.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>திருப்பிக் கொடு</translation>
    </message>
    <message>
        <source>Give your place back?</source>
        <translation>உங்கள் இடத்தைத் திருப்பிக் கொடுக்கவா?</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>இன்னும் பதிவுகள் இல்லை</translation>
    </message>
    <message>
        <source>Nothing on this computer yet</source>
        <translation>இந்தக் கணினியில் இன்னும் எதுவும் இல்லை</translation>
    </message>
    <message>
        <source>Recordings and seminars are fetched as soon as there is a network.</source>
        <translation>இணைப்பு கிடைத்தவுடன் பதிவுகளும் கருத்தரங்குகளும் பெறப்படும்.</translation>
    </message>
    <message>
        <source>Registering needs a network</source>
        <translation>பதிவுசெய்ய இணைய இணைப்புத் தேவை</translation>
    </message>
    <message>
        <source>Seminars</source>
        <translation>கருத்தரங்குகள்</translation>
    </message>
    <message>
        <source>Somebody else can have it then. If all places are taken, you may not get it again.</source>
        <translation>அப்போது அது வேறொருவருக்குக் கிடைக்கலாம். எல்லா இடங்களும் நிரம்பினால், உங்களுக்கு மீண்டும் கிடைக்காமல் போகலாம்.</translation>
    </message>
    <message>
        <source>When a class is recorded or a seminar is announced, it is here.</source>
        <translation>வகுப்பு பதிவு செய்யப்பட்டால் அல்லது கருத்தரங்கு அறிவிக்கப்பட்டால், அது இங்கே இருக்கும்.</translation>
    </message>
    <message>
        <source>You have a place</source>
        <translation>உங்களுக்கு ஓர் இடம் உண்டு</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>At {time}, in {length}</source>
        <translation>{time} க்கு, இன்னும் {length}</translation>
    </message>
    <message>
        <source>Begun in the meantime</source>
        <translation>இதற்கிடையில் தொடங்கியவை</translation>
    </message>
    <message>
        <source>Exam: {title}</source>
        <translation>பரீட்சை: {title}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>காட்டு</translation>
    </message>
    <message>
        <source>online</source>
        <translation>இணையவழி</translation>
    </message>
</context>
<context>
    <name>ReplyDialog</name>
    <message>
        <source>Cancel</source>
        <translation>வேண்டாம்</translation>
    </message>
    <message>
        <source>Not sent: LearnUp cannot be reached. Your words are kept here; send them again later.</source>
        <translation>அனுப்பப்படவில்லை: LearnUp ஐ அடைய முடியவில்லை. நீங்கள் எழுதியது இங்கே உள்ளது; பிறகு மீண்டும் அனுப்புங்கள்.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>அனுப்புங்கள்</translation>
    </message>
    <message>
        <source>What happened, in your words</source>
        <translation>நடந்ததை உங்கள் சொற்களில்</translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation>உங்கள் பதில்</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>All results</source>
        <translation>எல்லாப் பெறுபேறுகள்</translation>
    </message>
    <message>
        <source>Being marked</source>
        <translation>புள்ளி இடப்படுகிறது</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>இன்னும் பெறுபேறுகள் இல்லை</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>வினா {number}</translation>
    </message>
    <message>
        <source>Your marks</source>
        <translation>உங்கள் புள்ளிகள்</translation>
    </message>
    <message>
        <source>Your marks appear here when your teacher publishes them. They stay here with no network too.</source>
        <translation>ஆசிரியர் வெளியிடும்போது உங்கள் புள்ளிகள் இங்கே தோன்றும். இணைப்பு இல்லாமலும் இங்கே இருக்கும்.</translation>
    </message>
    <message>
        <source>being marked</source>
        <translation>புள்ளி இடப்படுகிறது</translation>
    </message>
    <message>
        <source>corrected since it was first published</source>
        <translation>முதலில் வெளியிட்ட பின் திருத்தப்பட்டது</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>புள்ளி இடப்படவில்லை</translation>
    </message>
    <message>
        <source>place {n} of {all}</source>
        <translation>{all} பேரில் {n} ஆம் இடம்</translation>
    </message>
    <message>
        <source>published {time}</source>
        <translation>வெளியிட்டது {time}</translation>
    </message>
    <message>
        <source>sat {time}</source>
        <translation>எழுதியது {time}</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{all} இல் {n}</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Back to Study</source>
        <translation>கற்றலுக்குத் திரும்பு</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>நீக்கு</translation>
    </message>
    <message>
        <source>Delete this card</source>
        <translation>இந்த அட்டையை நீக்கு</translation>
    </message>
    <message>
        <source>Delete this card?</source>
        <translation>இந்த அட்டையை நீக்கவா?</translation>
    </message>
    <message>
        <source>Done for now</source>
        <translation>இப்போதைக்கு முடிந்தது</translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>எளிது</translation>
    </message>
    <message>
        <source>Flashcards</source>
        <translation>நினைவு அட்டைகள்</translation>
    </message>
    <message>
        <source>Hardly</source>
        <translation>கடினமாக</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>தெரியும்</translation>
    </message>
    <message>
        <source>Make cards from words of a document; what you have looked at comes round by itself.</source>
        <translation>ஆவணத்தின் சொற்களிலிருந்து அட்டைகள் உருவாக்குங்கள்; நீங்கள் பார்த்தவை தானாகவே மீண்டும் வரும்.</translation>
    </message>
    <message>
        <source>No cards wait</source>
        <translation>காத்திருக்கும் அட்டைகள் இல்லை</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>தெரியவில்லை</translation>
    </message>
    <message>
        <source>One card left</source>
        <translation>ஓர் அட்டை மீதம்</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>ஆவணத்தைத் திற</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>விடையைக் காட்டு</translation>
    </message>
    <message>
        <source>Space shows the answer. 1 to 4 say how well you knew it; Space again is “Known”.</source>
        <translation>Space விடையைக் காட்டும். எவ்வளவு தெரிந்தது என்பதை 1 முதல் 4 வரை சொல்லும்; மீண்டும் Space என்றால் “தெரியும்”.</translation>
    </message>
    <message>
        <source>Take the last answer back (Ctrl+Z)</source>
        <translation>கடைசி விடையை மீளப் பெறு (Ctrl+Z)</translation>
    </message>
    <message>
        <source>What you answered to it goes with it.</source>
        <translation>அதற்கு நீங்கள் அளித்த விடைகளும் நீங்கும்.</translation>
    </message>
    <message>
        <source>You gave {count} answers. The cards come round by themselves.</source>
        <translation>{count} விடைகள் அளித்தீர்கள். அட்டைகள் தானாகவே மீண்டும் வரும்.</translation>
    </message>
    <message>
        <source>{count} cards left</source>
        <translation>{count} அட்டைகள் மீதம்</translation>
    </message>
    <message>
        <source>{word}, again in {time}</source>
        <translation>{word}, மீண்டும் {time} இல்</translation>
    </message>
</context>
<context>
    <name>RollCallCard</name>
    <message>
        <source>Another program uses the camera. Close it and try again.</source>
        <translation>வேறொரு நிரல் கமராவைப் பயன்படுத்துகிறது. அதை மூடி மீண்டும் முயலவும்.</translation>
    </message>
    <message>
        <source>By hand or card, since no face is enrolled: {names}</source>
        <translation>முகம் பதிவு செய்யப்படாததால் கையால் அல்லது அட்டையால்: {names}</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>கமரா</translation>
    </message>
    <message>
        <source>Confirm the {count} sure ones</source>
        <translation>உறுதியான {count} பேரை உறுதிசெய்</translation>
    </message>
    <message>
        <source>End roll call</source>
        <translation>பெயர் அழைப்பை முடி</translation>
    </message>
    <message>
        <source>Enrolled picture of {name}</source>
        <translation>{name} இன் பதிவுப் படம்</translation>
    </message>
    <message>
        <source>Face models are missing on this PC. An administrator can add them in Settings.</source>
        <translation>இக்கணினியில் முக மாதிரிகள் இல்லை. நிர்வாகி அமைப்புகளில் சேர்க்கலாம்.</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>ஆயத்தமாகிறது…</translation>
    </message>
    <message>
        <source>It is somebody else (N)</source>
        <translation>இது வேறொருவர் (N)</translation>
    </message>
    <message>
        <source>It is this student (Y)</source>
        <translation>இது இம்மாணவர் (Y)</translation>
    </message>
    <message>
        <source>No</source>
        <translation>இல்லை</translation>
    </message>
    <message>
        <source>Nobody in this class has an enrolled face on this PC. Mark by hand or by card.</source>
        <translation>இவ்வகுப்பில் எவரது முகமும் இக்கணினியில் பதிவாகவில்லை. கையால் அல்லது அட்டையால் குறிக்கவும்.</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>படங்கள்</translation>
    </message>
    <message>
        <source>Photographs of the room</source>
        <translation>அறையின் படங்கள்</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png)</source>
        <translation>படங்கள் (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>Point the camera at the room, or choose photographs of front and back.</source>
        <translation>கமராவை அறையை நோக்கித் திருப்பவும், அல்லது முன்னும் பின்னும் எடுத்த படங்களைத் தேர்க.</translation>
    </message>
    <message>
        <source>Roll call</source>
        <translation>பெயர் அழைப்பு</translation>
    </message>
    <message>
        <source>Roll call had a fault. Mark by hand, or start it again.</source>
        <translation>பெயர் அழைப்பில் கோளாறு. கையால் குறிக்கவும், அல்லது மீண்டும் தொடங்கவும்.</translation>
    </message>
    <message>
        <source>Stop camera</source>
        <translation>கமராவை நிறுத்து</translation>
    </message>
    <message>
        <source>That file is no picture that can be read. Choose a JPEG or PNG.</source>
        <translation>அக்கோப்பு படிக்கக்கூடிய படமல்ல. JPEG அல்லது PNG ஐத் தேர்க.</translation>
    </message>
    <message>
        <source>This PC does not let LearnUp use the camera.</source>
        <translation>இக்கணினி LearnUp கமராவைப் பயன்படுத்த விடவில்லை.</translation>
    </message>
    <message>
        <source>What the camera saw</source>
        <translation>கமரா கண்டது</translation>
    </message>
    <message>
        <source>Which of these?</source>
        <translation>இவர்களில் யார்?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>ஆம்</translation>
    </message>
    <message>
        <source>seen {agreeing} of {looks} times · likeness {likeness} · next best {next}</source>
        <translation>{looks} இல் {agreeing} முறை கண்டது · ஒப்புமை {likeness} · அடுத்தது {next}</translation>
    </message>
    <message>
        <source>this may be a picture of somebody</source>
        <translation>இது ஒருவரின் படமாக இருக்கலாம்</translation>
    </message>
    <message>
        <source>{count} to confirm</source>
        <translation>உறுதிசெய்ய {count}</translation>
    </message>
    <message>
        <source>{faces} faces seen, {unknown} of them nobody of this class. Unknown faces are not kept.</source>
        <translation>{faces} முகங்கள் தெரிந்தன, {unknown} இவ்வகுப்பினர் அல்லர். தெரியாத முகங்கள் வைக்கப்படுவதில்லை.</translation>
    </message>
</context>
<context>
    <name>SavedPill</name>
    <message>
        <source>At school</source>
        <translation>பாடசாலையில்</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>நினைவகத்தில்</translation>
    </message>
    <message>
        <source>Kept in memory: {reason}</source>
        <translation>நினைவகத்தில் உள்ளது: {reason}</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>இணைப்பு இல்லை</translation>
    </message>
    <message>
        <source>No network · all you wrote is at school</source>
        <translation>இணைப்பு இல்லை · எழுதிய அனைத்தும் பாடசாலையில்</translation>
    </message>
    <message>
        <source>No network · at school</source>
        <translation>இணைப்பு இல்லை · பாடசாலையில்</translation>
    </message>
    <message>
        <source>No network · on this PC</source>
        <translation>இணைப்பு இல்லை · இந்தக் கணினியில்</translation>
    </message>
    <message>
        <source>No network · saved on this PC as you write</source>
        <translation>இணைப்பு இல்லை · எழுதும்போதே இந்தக் கணினியில் சேமிக்கப்படும்</translation>
    </message>
    <message>
        <source>No network · saved {ago} ago on this PC</source>
        <translation>இணைப்பு இல்லை · {ago} முன்பு இந்தக் கணினியில் சேமிப்பு</translation>
    </message>
    <message>
        <source>On this PC</source>
        <translation>இந்தக் கணினியில்</translation>
    </message>
    <message>
        <source>Saved as you write</source>
        <translation>எழுதும்போதே சேமிக்கப்படும்</translation>
    </message>
    <message>
        <source>Saved {ago} ago · on this PC</source>
        <translation>{ago} முன்பு சேமிப்பு · இந்தக் கணினியில்</translation>
    </message>
    <message>
        <source>Saved {ago} ago · on this PC and at school</source>
        <translation>{ago} முன்பு சேமிப்பு · கணினியிலும் பாடசாலையிலும்</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>சேமிக்கப்படுகிறது…</translation>
    </message>
</context>
<context>
    <name>ScanView</name>
    <message>
        <source>Looking for the code. Hold it so that it fills half of the picture, and keep it still.</source>
        <translation>குறியீட்டைத் தேடுகிறது. அது படத்தின் பாதியை நிரப்பும்படி பிடித்து, அசைக்காமல் வைத்திருங்கள்.</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>கமரா தொடங்குகிறது…</translation>
    </message>
    <message>
        <source>The code was read.</source>
        <translation>குறியீடு வாசிக்கப்பட்டது.</translation>
    </message>
    <message>
        <source>This QR code is something else. Hold up the one on the invigilator&apos;s screen.</source>
        <translation>இந்த QR குறியீடு வேறு ஒன்று. மேற்பார்வையாளரின் திரையில் உள்ளதைக் காட்டுங்கள்.</translation>
    </message>
    <message>
        <source>This is the code of another exam. Ask the invigilator for the one of this exam.</source>
        <translation>இது வேறொரு பரீட்சையின் குறியீடு. இந்தப் பரீட்சையின் குறியீட்டை மேற்பார்வையாளரிடம் கேளுங்கள்.</translation>
    </message>
    <message>
        <source>{why} You can type the code instead.</source>
        <translation>{why} அதற்குப் பதிலாகக் குறியீட்டைத் தட்டச்சு செய்யலாம்.</translation>
    </message>
</context>
<context>
    <name>ScreenPicker</name>
    <message>
        <source>Cancel</source>
        <translation>ரத்து செய்</translation>
    </message>
    <message>
        <source>Screen {number}</source>
        <translation>திரை {number}</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>திரைகள்</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>காட்டு</translation>
    </message>
    <message>
        <source>The others see all of it, messages that pop up too. Close what is private first.</source>
        <translation>மற்றவர்கள் அனைத்தையும் காண்பார்கள், தோன்றும் செய்திகளையும். முதலில் தனிப்பட்டவற்றை மூடுங்கள்.</translation>
    </message>
    <message>
        <source>There is nothing to show</source>
        <translation>காட்ட எதுவும் இல்லை</translation>
    </message>
    <message>
        <source>This computer lets no program see its screen. Your teacher can also be sent a file.</source>
        <translation>இந்தக் கணினி எந்த நிரலுக்கும் திரையைக் காண அனுமதிப்பதில்லை. ஆசிரியருக்குக் கோப்பு அனுப்பலாம்.</translation>
    </message>
    <message>
        <source>What do you want to show?</source>
        <translation>எதைக் காட்ட வேண்டும்?</translation>
    </message>
    <message>
        <source>Window {number}</source>
        <translation>சாளரம் {number}</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>சாளரங்கள்</translation>
    </message>
</context>
<context>
    <name>SeatPanel</name>
    <message>
        <source>Go on with this computer</source>
        <translation>இந்தக் கணினியில் தொடரவும்</translation>
    </message>
    <message>
        <source>What you wrote there is kept. Only one computer can write at a time.</source>
        <translation>நீங்கள் அங்கு எழுதியவை பாதுகாப்பாக உள்ளன. ஒரு நேரத்தில் ஒரு கணினியில் மட்டுமே எழுத முடியும்.</translation>
    </message>
    <message>
        <source>Your exam is open on {device}</source>
        <translation>உங்கள் பரீட்சை {device} இல் திறந்துள்ளது</translation>
    </message>
    <message>
        <source>Your school cannot be reached; LearnUp goes on asking.</source>
        <translation>உங்கள் பாடசாலையை அணுக முடியவில்லை; LearnUp தொடர்ந்து கேட்கிறது.</translation>
    </message>
    <message>
        <source>Your teacher has been asked. If the other computer stays silent, you go on at {time}.</source>
        <translation>உங்கள் ஆசிரியரிடம் கேட்கப்பட்டுள்ளது. மற்றக் கணினி செயலற்றிருந்தால் {time} மணிக்குத் தொடரலாம்.</translation>
    </message>
    <message>
        <source>Your teacher wants you to go on there.</source>
        <translation>நீங்கள் அங்கேயே தொடர வேண்டும் என உங்கள் ஆசிரியர் விரும்புகிறார்.</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>வேறொரு கணினி</translation>
    </message>
</context>
<context>
    <name>SeatRequest</name>
    <message>
        <source>Asks to go on with {device}</source>
        <translation>{device} இல் தொடரக் கேட்கிறார்</translation>
    </message>
    <message>
        <source>Compare the answers</source>
        <translation>விடைகளை ஒப்பிடு</translation>
    </message>
    <message>
        <source>Kept beside the journal, from another computer or after the end: {n}</source>
        <translation>பதிவேட்டுக்கு அருகில் வைக்கப்பட்டவை, வேறு கணினியிலிருந்து அல்லது முடிவுக்குப் பின்: {n}</translation>
    </message>
    <message>
        <source>Let them go on there</source>
        <translation>அங்கு தொடர அனுமதிக்கவும்</translation>
    </message>
    <message>
        <source>Stay where they are</source>
        <translation>இருக்கும் இடத்திலேயே தொடரட்டும்</translation>
    </message>
    <message>
        <source>The exam is open on {device}, which still answers. What was written there stays.</source>
        <translation>பரீட்சை {device} இல் திறந்துள்ளது; அது இன்னும் பதிலளிக்கிறது. அங்கு எழுதியவை அப்படியே இருக்கும்.</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>வேறொரு கணினி</translation>
    </message>
</context>
<context>
    <name>SectionPill</name>
    <message>
        <source>Section {name}</source>
        <translation>பகுதி {name}</translation>
    </message>
    <message>
        <source>{section} · {time} left</source>
        <translation>{section} · மீதி {time}</translation>
    </message>
</context>
<context>
    <name>SeminarRow</name>
    <message>
        <source>All {count} places are taken</source>
        <translation>{count} இடங்களும் நிரம்பிவிட்டன</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>இரத்து</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>நிரம்பியது</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>திருப்பிக் கொடு</translation>
    </message>
    <message>
        <source>It does not take place.</source>
        <translation>அது நடைபெறாது.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>பதிவுசெய்</translation>
    </message>
    <message>
        <source>Registration closed {time}</source>
        <translation>பதிவு முடிந்தது {time}</translation>
    </message>
    <message>
        <source>You can give your place back until {time}</source>
        <translation>{time} வரை இடத்தைத் திருப்பிக் கொடுக்கலாம்</translation>
    </message>
    <message>
        <source>You have a place</source>
        <translation>உங்களுக்கு ஓர் இடம் உண்டு</translation>
    </message>
    <message>
        <source>online</source>
        <translation>இணையவழி</translation>
    </message>
    <message>
        <source>{count} places left · register until {time}</source>
        <translation>{count} இடங்கள் உள்ளன · {time} வரை பதிவுசெய்யலாம்</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>{size} a second</source>
        <translation>வினாடிக்கு {size}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>About</source>
        <translation>விவரம்</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>நகலெடுக்கப்பட்டது</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation>உதவிக்காக நகலெடு</translation>
    </message>
    <message>
        <source>LearnUp Desktop</source>
        <translation>LearnUp Desktop</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>உரிமங்கள்</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>தரவுக் கோப்புறையைத் திற</translation>
    </message>
    <message>
        <source>School</source>
        <translation>பாடசாலை</translation>
    </message>
    <message>
        <source>System</source>
        <translation>அமைப்பு</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>அடுத்த முறை தொடங்கும்போது நடைமுறைக்கு வரும்.</translation>
    </message>
    <message>
        <source>This value does not fit</source>
        <translation>இந்த மதிப்பு பொருந்தவில்லை</translation>
    </message>
    <message>
        <source>What is stored on this computer lies in</source>
        <translation>இந்தக் கணினியில் சேமித்தவை உள்ள இடம்</translation>
    </message>
    <message>
        <source>Where the data is: {folder}</source>
        <translation>தரவு உள்ள இடம்: {folder}</translation>
    </message>
</context>
<context>
    <name>SharingBar</name>
    <message>
        <source>Stop showing</source>
        <translation>காட்டுவதை நிறுத்து</translation>
    </message>
    <message>
        <source>The class sees your screen</source>
        <translation>வகுப்பு உங்கள் திரையைக் காண்கிறது</translation>
    </message>
</context>
<context>
    <name>ShortEditor</name>
    <message>
        <source>Your answer, one line</source>
        <translation>உங்கள் விடை, ஒரு வரி</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Pages</source>
        <translation>பக்கங்கள்</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>மென்பொருள்</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>A new password</source>
        <translation>புதிய கடவுச்சொல்</translation>
    </message>
    <message>
        <source>Address of your school&apos;s server</source>
        <translation>உங்கள் பாடசாலைச் சேவையக முகவரி</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>நிர்வாகி</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>மாற்று</translation>
    </message>
    <message>
        <source>Change the school&apos;s address</source>
        <translation>பாடசாலையின் முகவரியை மாற்று</translation>
    </message>
    <message>
        <source>Code for support: {code}</source>
        <translation>உதவிக்கான குறியீடு: {code}</translation>
    </message>
    <message>
        <source>Demo school</source>
        <translation>மாதிரிப் பாடசாலை</translation>
    </message>
    <message>
        <source>Forgot your password?</source>
        <translation>கடவுச்சொல் மறந்துவிட்டதா?</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>மொழி</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>பெயர்</translation>
    </message>
    <message>
        <source>Nothing here is real. Choose somebody to look around as them.</source>
        <translation>இங்குள்ள எதுவும் உண்மையல்ல. ஒருவரைத் தெரிவு செய்து அவராகச் சுற்றிப் பாருங்கள்.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>கடவுச்சொல்</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>உள்நுழை</translation>
    </message>
    <message>
        <source>Sign in with it. Other devices were signed out.</source>
        <translation>அதைக் கொண்டு உள்நுழையுங்கள். பிற சாதனங்கள் வெளியேற்றப்பட்டன.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>உள்நுழைகிறது…</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>மாணவர்</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>ஆசிரியர்</translation>
    </message>
    <message>
        <source>The key of this server is the one you know.</source>
        <translation>இந்தச் சேவையகத்தின் திறவுகோல் நீங்கள் அறிந்ததே.</translation>
    </message>
    <message>
        <source>This computer has no safe place for passwords: you stay signed in until LearnUp is closed.</source>
        <translation>இந்தக் கணினியில் கடவுச்சொற்களுக்குப் பாதுகாப்பான இடம் இல்லை: LearnUp-ஐ மூடும் வரை உள்நுழைந்திருப்பீர்கள்.</translation>
    </message>
    <message>
        <source>Trust the new key and sign in</source>
        <translation>புதிய திறவுகோலை நம்பி உள்நுழை</translation>
    </message>
    <message>
        <source>Type your name.</source>
        <translation>உங்கள் பெயரை எழுதுங்கள்.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>உங்கள் கடவுச்சொல்லை எழுதுங்கள்.</translation>
    </message>
    <message>
        <source>Use what is on this computer</source>
        <translation>இந்தக் கணினியில் உள்ளதைப் பயன்படுத்து</translation>
    </message>
    <message>
        <source>Where is your school? Type its address.</source>
        <translation>உங்கள் பாடசாலை எங்கே? அதன் முகவரியை எழுதுங்கள்.</translation>
    </message>
    <message>
        <source>Your password is new</source>
        <translation>உங்கள் கடவுச்சொல் புதியது</translation>
    </message>
    <message>
        <source>for example learnup.school.lk</source>
        <translation>எ.கா. learnup.school.lk</translation>
    </message>
</context>
<context>
    <name>SittingBar</name>
    <message>
        <source>A practice paper: its marks do not count</source>
        <translation>பயிற்சி வினாத்தாள்: புள்ளிகள் கணக்கில் எடுக்கப்படா</translation>
    </message>
    <message>
        <source>Language of the paper: {language}</source>
        <translation>வினாத்தாளின் மொழி: {language}</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>வெளியேறு</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>பயிற்சி</translation>
    </message>
    <message>
        <source>Time left, by the server&apos;s clock</source>
        <translation>மீதி நேரம், சேவையகக் கடிகாரத்தின்படி</translation>
    </message>
</context>
<context>
    <name>SittingPage</name>
    <message>
        <source>Exam</source>
        <translation>பரீட்சை</translation>
    </message>
    <message>
        <source>Your exam is open in this window.</source>
        <translation>உங்கள் பரீட்சை இந்தச் சாளரத்தில் திறந்துள்ளது.</translation>
    </message>
</context>
<context>
    <name>SittingView</name>
    <message>
        <source>1 mark</source>
        <translation>1 புள்ளி</translation>
    </message>
    <message>
        <source>Exam: {title}</source>
        <translation>பரீட்சை: {title}</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>முடி</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>குறியிடு</translation>
    </message>
    <message>
        <source>Flag this question to come back to it (F)</source>
        <translation>பின்னர் திரும்பி வர இந்த வினாவைக் குறியிடு (F)</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>குறியிட்டது</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>அடுத்தது</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>அடுத்த பகுதி</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>முந்தையது</translation>
    </message>
    <message>
        <source>Question map</source>
        <translation>வினா வரைபடம்</translation>
    </message>
    <message>
        <source>Question {n} · {marks}</source>
        <translation>வினா {n} · {marks}</translation>
    </message>
    <message>
        <source>The clock stands still. You can go on when your teacher says so.</source>
        <translation>கடிகாரம் நின்றுள்ளது. ஆசிரியர் சொன்னதும் தொடரலாம்.</translation>
    </message>
    <message>
        <source>You can read, but not write here</source>
        <translation>நீங்கள் படிக்கலாம், ஆனால் இங்கே எழுத முடியாது</translation>
    </message>
    <message>
        <source>You have {length} more.</source>
        <translation>உங்களுக்கு இன்னும் {length} உள்ளது.</translation>
    </message>
    <message>
        <source>Your teacher has paused the exam</source>
        <translation>ஆசிரியர் பரீட்சையை இடைநிறுத்தியுள்ளார்</translation>
    </message>
    <message>
        <source>{advice} Keep LearnUp open: your answers are kept in memory and saved as soon as possible.</source>
        <translation>{advice} LearnUp-ஐத் திறந்தே வையுங்கள்: உங்கள் விடைகள் நினைவகத்தில் இருந்து, முடிந்தவுடன் சேமிக்கப்படும்.</translation>
    </message>
    <message>
        <source>{name} · Index {number}</source>
        <translation>{name} · சுட்டெண் {number}</translation>
    </message>
    <message>
        <source>{n} marks</source>
        <translation>{n} புள்ளிகள்</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{total}இல் {n}</translation>
    </message>
</context>
<context>
    <name>StatePill</name>
    <message>
        <source>Needs attention {count}</source>
        <translation>கவனம் தேவை {count}</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>இணைப்பில்லை</translation>
    </message>
    <message>
        <source>Offline · as of {time}</source>
        <translation>இணைப்பில்லை · {time} நிலவரம்</translation>
    </message>
    <message>
        <source>Offline · {count} waiting</source>
        <translation>இணைப்பில்லை · காத்திருப்பு {count}</translation>
    </message>
    <message>
        <source>Online · all saved</source>
        <translation>இணைந்துள்ளது · சேமித்தது</translation>
    </message>
    <message>
        <source>Saving {count}…</source>
        <translation>சேமிக்கிறது {count}…</translation>
    </message>
    <message>
        <source>Sign in to sync</source>
        <translation>அனுப்ப உள்நுழையுங்கள்</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Code for support: {code}</source>
        <translation>உதவிக்கான குறியீடு: {code}</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>ஏற்றுகிறது</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>இங்கே இன்னும் எதுவும் இல்லை</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>மீண்டும் முயற்சி</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>இணைப்பு இல்லை.</translation>
    </message>
    <message>
        <source>You are offline. This is as of {time}.</source>
        <translation>இணைப்பு இல்லை. இது {time} நிலவரம்.</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>{setting}: less</source>
        <translation>{setting}: குறை</translation>
    </message>
    <message>
        <source>{setting}: more</source>
        <translation>{setting}: கூட்டு</translation>
    </message>
</context>
<context>
    <name>StudentCard</name>
    <message>
        <source>Absent</source>
        <translation>வரவில்லை</translation>
    </message>
    <message>
        <source>Every mark of this student in this lesson (F5)</source>
        <translation>இப்பாடத்தில் இம்மாணவரின் எல்லாக் குறிகளும் (F5)</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>விடுப்பு</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>குடும்பம்</translation>
    </message>
    <message>
        <source>History of marks</source>
        <translation>பதிவு வரலாறு</translation>
    </message>
    <message>
        <source>Ill</source>
        <translation>நோய்</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>தாமதம்</translation>
    </message>
    <message>
        <source>Minutes late</source>
        <translation>தாமத நிமிடங்கள்</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>குறிப்பு</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>வருகை</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>காரணம்</translation>
    </message>
    <message>
        <source>School duty</source>
        <translation>கடமை</translation>
    </message>
</context>
<context>
    <name>StudentsView</name>
    <message>
        <source>Publish marks…</source>
        <translation>புள்ளிகளை வெளியிடு…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV ஆகச் சேமி…</translation>
    </message>
    <message>
        <source>This exam was cancelled. What was written is kept.</source>
        <translation>இப்பரீட்சை இரத்துச் செய்யப்பட்டது. எழுதியவை வைக்கப்பட்டுள்ளன.</translation>
    </message>
    <message>
        <source>did not sit it</source>
        <translation>எழுதவில்லை</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>வெளியிடப்படவில்லை</translation>
    </message>
    <message>
        <source>place {n}</source>
        <translation>{n} ஆம் இடம்</translation>
    </message>
    <message>
        <source>published {time}</source>
        <translation>வெளியிட்டது {time}</translation>
    </message>
    <message>
        <source>still writing</source>
        <translation>இன்னும் எழுதுகிறார்</translation>
    </message>
    <message>
        <source>was told {n}</source>
        <translation>சொல்லப்பட்டது {n}</translation>
    </message>
    <message>
        <source>{n} answers wait for a mark</source>
        <translation>புள்ளிக்காகக் காத்திருக்கும் விடைகள் {n}</translation>
    </message>
    <message>
        <source>{n} have other marks than they were told</source>
        <translation>{n} பேரின் புள்ளிகள் சொல்லப்பட்டவற்றிலிருந்து வேறுபடுகின்றன</translation>
    </message>
    <message>
        <source>{n} of {all} have finished</source>
        <translation>{all} பேரில் {n} பேர் முடித்தனர்</translation>
    </message>
    <message>
        <source>{n} set aside</source>
        <translation>தனியே {n}</translation>
    </message>
    <message>
        <source>{n} so far</source>
        <translation>இதுவரை {n}</translation>
    </message>
</context>
<context>
    <name>StudyPage</name>
    <message>
        <source>By {moment}</source>
        <translation>{moment} க்குள்</translation>
    </message>
    <message>
        <source>Cards of the coming days</source>
        <translation>வரும் நாட்களின் அட்டைகள்</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>வரவிருப்பவை</translation>
    </message>
    <message>
        <source>Documents opened in the last seven days: {count}</source>
        <translation>கடந்த ஏழு நாட்களில் திறந்த ஆவணங்கள்: {count}</translation>
    </message>
    <message>
        <source>Exam, open until {moment}</source>
        <translation>பரீட்சை, {moment} வரை திறப்பு</translation>
    </message>
    <message>
        <source>Exam, {moment}</source>
        <translation>பரீட்சை, {moment}</translation>
    </message>
    <message>
        <source>Flashcards</source>
        <translation>நினைவு அட்டைகள்</translation>
    </message>
    <message>
        <source>Look at them now</source>
        <translation>இப்போது பார்</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>பாடப் பொருட்கள்</translation>
    </message>
    <message>
        <source>No cards wait</source>
        <translation>காத்திருக்கும் அட்டைகள் இல்லை</translation>
    </message>
    <message>
        <source>No cards yet</source>
        <translation>இன்னும் அட்டைகள் இல்லை</translation>
    </message>
    <message>
        <source>No exam and nothing to hand in within the next four weeks.</source>
        <translation>அடுத்த நான்கு வாரங்களில் பரீட்சையோ ஒப்படைக்க வேண்டியதோ இல்லை.</translation>
    </message>
    <message>
        <source>None of your cards comes round in these days.</source>
        <translation>இந்நாட்களில் உங்கள் அட்டை எதுவும் வராது.</translation>
    </message>
    <message>
        <source>Not read yet: {names}</source>
        <translation>இன்னும் வாசிக்காதவை: {names}</translation>
    </message>
    <message>
        <source>One card waits</source>
        <translation>ஓர் அட்டை காத்திருக்கிறது</translation>
    </message>
    <message>
        <source>One look at a card</source>
        <translation>ஓர் அட்டை ஒருமுறை பார்க்கப்பட்டது</translation>
    </message>
    <message>
        <source>Practice, open until {moment}</source>
        <translation>பயிற்சி, {moment} வரை திறப்பு</translation>
    </message>
    <message>
        <source>Practice, {moment}</source>
        <translation>பயிற்சி, {moment}</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>தொடர்ந்து வாசி</translation>
    </message>
    <message>
        <source>Read to the end: {read} of {count} documents</source>
        <translation>முழுவதும் வாசித்தவை: {count} ஆவணங்களில் {read}</translation>
    </message>
    <message>
        <source>Select words in a document and make a card of them. It comes round before you forget it.</source>
        <translation>ஆவணத்தில் சொற்களைத் தெரிந்து அட்டை உருவாக்குங்கள். மறக்கும் முன் அது மீண்டும் வரும்.</translation>
    </message>
    <message>
        <source>The last two weeks</source>
        <translation>கடந்த இரு வாரங்கள்</translation>
    </message>
    <message>
        <source>You have looked at {count} today.</source>
        <translation>இன்று {count} பார்த்தீர்கள்.</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>தொடங்கவில்லை</translation>
    </message>
    <message>
        <source>{count} cards in all, {fresh} of them new.</source>
        <translation>மொத்தம் {count} அட்டைகள், அவற்றில் {fresh} புதியவை.</translation>
    </message>
    <message>
        <source>{count} cards wait</source>
        <translation>{count} அட்டைகள் காத்திருக்கின்றன</translation>
    </message>
    <message>
        <source>{count} looks at cards</source>
        <translation>அட்டைகளைப் பார்த்தது {count} முறை</translation>
    </message>
    <message>
        <source>{count} more can wait for tomorrow: that is the limit in your settings.</source>
        <translation>மேலும் {count} நாளை வரை காத்திருக்கலாம்: அது உங்கள் அமைப்பில் உள்ள வரம்பு.</translation>
    </message>
    <message>
        <source>{share} of those learned before were known</source>
        <translation>முன்பு கற்றவற்றில் {share} தெரிந்திருந்தது</translation>
    </message>
    <message>
        <source>{share} read</source>
        <translation>{share} வாசிக்கப்பட்டது</translation>
    </message>
    <message>
        <source>{time} with cards</source>
        <translation>அட்டைகளுடன் {time}</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Absent</source>
        <translation>வரவில்லை</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>விடுப்பு</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>தாமதம்</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>குறிக்கவில்லை</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>வருகை</translation>
    </message>
    <message>
        <source>{marked} of {total} marked</source>
        <translation>{total}இல் {marked} குறிக்கப்பட்டது</translation>
    </message>
</context>
<context>
    <name>TextViewer</name>
    <message>
        <source>Text</source>
        <translation>உரை</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>Tomorrow {time}</source>
        <translation>நாளை {time}</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>நேற்று {time}</translation>
    </message>
    <message>
        <source>in {length}</source>
        <translation>இன்னும் {length}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>இப்போதுதான்</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} மணி {minutes} நிமிடம்</translation>
    </message>
    <message>
        <source>{length} ago</source>
        <translation>{length} முன்பு</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} நாட்கள்</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} மணிநேரம்</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} நிமிடம்</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} வினாடி</translation>
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
        <translation>பிரதி இப்போதைய நேரசூசியைக் காட்டும். புதுப்பிக்கப்படும் கோப்பு ஒவ்வொரு மாற்றத்தையும் பின்தொடரும்: அதை உங்கள் நாட்காட்டியில் ஒருமுறை சேர்க்கவும்.</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>நாட்காட்டி (*.ics)</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>இரத்து</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>மாற்றம்</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>நாள்</translation>
    </message>
    <message>
        <source>Earlier (Page Up)</source>
        <translation>முன்னர் (Page Up)</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>இன்றைக்குச் செல்</translation>
    </message>
    <message>
        <source>It is fetched as soon as there is a network.</source>
        <translation>இணைப்பு வந்தவுடன் அது பெறப்படும்.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>சேர்</translation>
    </message>
    <message>
        <source>Keep a file up to date</source>
        <translation>கோப்பைப் புதுப்பித்து வை</translation>
    </message>
    <message>
        <source>Keep the timetable up to date in a file</source>
        <translation>நேரசூசியைக் கோப்பில் புதுப்பித்து வைக்கவும்</translation>
    </message>
    <message>
        <source>Kept up to date: {path}</source>
        <translation>புதுப்பிக்கப்படுகிறது: {path}</translation>
    </message>
    <message>
        <source>Later (Page Down)</source>
        <translation>பின்னர் (Page Down)</translation>
    </message>
    <message>
        <source>LearnUp timetable</source>
        <translation>LearnUp நேரசூசி</translation>
    </message>
    <message>
        <source>Look at other days with the arrows above.</source>
        <translation>மேலுள்ள அம்புக்குறிகளால் வேறு நாட்களைப் பாருங்கள்.</translation>
    </message>
    <message>
        <source>Mark attendance</source>
        <translation>வருகையைக் குறி</translation>
    </message>
    <message>
        <source>Moved from {time}</source>
        <translation>முன்பு {time}</translation>
    </message>
    <message>
        <source>No lessons in this week</source>
        <translation>இந்த வாரத்தில் பாடங்கள் இல்லை</translation>
    </message>
    <message>
        <source>No lessons on this day</source>
        <translation>இந்த நாளில் பாடங்கள் இல்லை</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>இணையவழி</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>பிரதியைச் சேமி</translation>
    </message>
    <message>
        <source>Save the timetable</source>
        <translation>நேரசூசியைச் சேமி</translation>
    </message>
    <message>
        <source>Save the timetable for another calendar</source>
        <translation>வேறு நாட்காட்டிக்கு நேரசூசியைச் சேமி</translation>
    </message>
    <message>
        <source>Stop keeping it</source>
        <translation>புதுப்பிப்பை நிறுத்து</translation>
    </message>
    <message>
        <source>The file is no longer kept up to date</source>
        <translation>கோப்பு இனிப் புதுப்பிக்கப்படாது</translation>
    </message>
    <message>
        <source>The timetable is kept up to date in a file</source>
        <translation>நேரசூசி கோப்பில் புதுப்பிக்கப்படுகிறது</translation>
    </message>
    <message>
        <source>The timetable is not on this computer yet</source>
        <translation>நேரசூசி இன்னும் இந்தக் கணினியில் இல்லை</translation>
    </message>
    <message>
        <source>The timetable was saved</source>
        <translation>நேரசூசி சேமிக்கப்பட்டது</translation>
    </message>
    <message>
        <source>Timetable for another calendar</source>
        <translation>வேறு நாட்காட்டிக்கு நேரசூசி</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>இன்று</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>வாரம்</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>{time} நிலவரப்படி</translation>
    </message>
    <message>
        <source>moved to {time}</source>
        <translation>இப்போது {time}</translation>
    </message>
    <message>
        <source>was {time}</source>
        <translation>முன்பு {time}</translation>
    </message>
    <message>
        <source>{room} (was {before})</source>
        <translation>{room} (முன்பு {before})</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>மூடு</translation>
    </message>
    <message>
        <source>Code for support: {code}</source>
        <translation>உதவிக்கான குறியீடு: {code}</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Everything for tomorrow is on its way</source>
        <translation>நாளைக்கு அனைத்தும் பதிவிறங்குகின்றன</translation>
    </message>
    <message>
        <source>The library shows how far it is.</source>
        <translation>முன்னேற்றத்தை நூலகம் காட்டும்.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>இன்று</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>நாளை</translation>
    </message>
</context>
<context>
    <name>TomorrowCard</name>
    <message>
        <source>1 file</source>
        <translation>1 கோப்பு</translation>
    </message>
    <message>
        <source>Everything for tomorrow</source>
        <translation>நாளைக்கு அனைத்தும்</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>பெறு</translation>
    </message>
    <message>
        <source>about {length} on this line</source>
        <translation>இந்த இணைப்பில் சுமார் {length}</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} கோப்புகள்</translation>
    </message>
</context>
<context>
    <name>TooOldPage</name>
    <message>
        <source>Ask whoever looks after this computer to install it.</source>
        <translation>அதை நிறுவுமாறு இந்தக் கணினியைப் பராமரிப்பவரிடம் கேளுங்கள்.</translation>
    </message>
    <message>
        <source>Go on without the school</source>
        <translation>பாடசாலை இன்றித் தொடர்க</translation>
    </message>
    <message>
        <source>It comes by itself: close LearnUp, wait a few minutes and open it again.</source>
        <translation>அது தானாக வரும்: LearnUp ஐ மூடி, சில நிமிடங்கள் காத்திருந்து மீண்டும் திறக்கவும்.</translation>
    </message>
    <message>
        <source>LearnUp needs its new version</source>
        <translation>LearnUp இன் புதிய பதிப்பு தேவை</translation>
    </message>
    <message>
        <source>This is version {own}; your school works with {needed} or newer. {what}

Everything you wrote is kept on this computer and is sent by the new version. What is here can be used meanwhile.</source>
        <translation>இது பதிப்பு {own}; உங்கள் பாடசாலை {needed} அல்லது புதியதைப் பயன்படுத்துகிறது. {what}

நீங்கள் எழுதிய அனைத்தும் இந்தக் கணினியில் உள்ளன; புதிய பதிப்பு அவற்றை அனுப்பும். இங்குள்ளவற்றை இதற்கிடையே பயன்படுத்தலாம்.</translation>
    </message>
</context>
<context>
    <name>ToolPanel</name>
    <message>
        <source>Calculator</source>
        <translation>கணிப்பான்</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>மூடு</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search pages, classes, notes</source>
        <translation>பக்கம், வகுப்பு, குறிப்பு தேடு</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Close</source>
        <translation>மூடு</translation>
    </message>
    <message>
        <source>For a hall without a network. Read it out when the exam begins, and not before: who has it can open the paper.</source>
        <translation>வலையமைப்பு இல்லாத மண்டபத்துக்கு. பரீட்சை தொடங்கும்போது மட்டுமே வாசிக்கவும், முன்னதாக அல்ல: இதை வைத்திருப்பவர் வினாத்தாளைத் திறக்க முடியும்.</translation>
    </message>
    <message>
        <source>The code as a QR code</source>
        <translation>QR வடிவில் குறியீடு</translation>
    </message>
    <message>
        <source>Unlock code</source>
        <translation>திறப்புக் குறியீடு</translation>
    </message>
</context>
<context>
    <name>UnlockPanel</name>
    <message>
        <source>Is there no network in your hall? The invigilator has a code that opens this exam&apos;s paper.</source>
        <translation>உங்கள் மண்டபத்தில் வலையமைப்பு இல்லையா? இந்தப் பரீட்சையின் வினாத்தாளைத் திறக்கும் குறியீடு மேற்பார்வையாளரிடம் உள்ளது.</translation>
    </message>
    <message>
        <source>Read the QR code with the camera</source>
        <translation>கமராவால் QR குறியீட்டை வாசிக்கவும்</translation>
    </message>
    <message>
        <source>Start with the code</source>
        <translation>குறியீட்டுடன் தொடங்கவும்</translation>
    </message>
    <message>
        <source>Stop the camera</source>
        <translation>கமராவை நிறுத்தவும்</translation>
    </message>
    <message>
        <source>This code is right, but it no longer opens the paper on this PC: the paper was replaced meanwhile. Tell the invigilator.</source>
        <translation>இந்தக் குறியீடு சரியானது, ஆனால் இந்தக் கணினியில் உள்ள வினாத்தாளை அது இனித் திறக்காது: இதற்கிடையில் வினாத்தாள் மாற்றப்பட்டது. மேற்பார்வையாளரிடம் சொல்லுங்கள்.</translation>
    </message>
    <message>
        <source>This is not the code of this exam. Please compare it group by group.</source>
        <translation>இது இந்தப் பரீட்சையின் குறியீடு அல்ல. தொகுதி தொகுதியாக ஒப்பிட்டுப் பாருங்கள்.</translation>
    </message>
    <message>
        <source>Unlock code</source>
        <translation>திறப்புக் குறியீடு</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>It is used when you open LearnUp the next time.</source>
        <translation>அடுத்த முறை LearnUp ஐத் திறக்கும்போது அது பயன்படும்.</translation>
    </message>
    <message>
        <source>LearnUp {version} is here</source>
        <translation>LearnUp {version} வந்துள்ளது</translation>
    </message>
</context>
<context>
    <name>UploadRow</name>
    <message>
        <source>Do not put up {title}</source>
        <translation>{title} ஐ வெளியிட வேண்டாம்</translation>
    </message>
    <message>
        <source>Go on with {title}</source>
        <translation>{title} ஐத் தொடர்</translation>
    </message>
    <message>
        <source>Pause {title}</source>
        <translation>{title} ஐ இடைநிறுத்து</translation>
    </message>
    <message>
        <source>Paused · {progress}</source>
        <translation>இடைநிறுத்தப்பட்டது · {progress}</translation>
    </message>
    <message>
        <source>Waits for the network · {progress}</source>
        <translation>வலையமைப்புக்காகக் காத்திருக்கிறது · {progress}</translation>
    </message>
    <message>
        <source>{here} of {size} at school</source>
        <translation>{size} இல் {here} பாடசாலையில்</translation>
    </message>
</context>
<context>
    <name>WarningCard</name>
    <message>
        <source>I have read it</source>
        <translation>படித்துவிட்டேன்</translation>
    </message>
</context>
<context>
    <name>WarningList</name>
    <message>
        <source>{n} more to read</source>
        <translation>இன்னும் {n} வாசிக்க உள்ளன</translation>
    </message>
</context>
<context>
    <name>_Times</name>
    <message>
        <source>was {time}</source>
        <translation>முன்பு {time}</translation>
    </message>
</context>
</TS>
