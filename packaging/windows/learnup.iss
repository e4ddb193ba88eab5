; Inno Setup 6 script: one installer, for one person without an administrator or for the whole computer with one.
;
;   iscc /DVersion=1.2.3 /DProgram=build\package\program\learnup-desktop /DIcons=build\package\icons packaging\windows\learnup.iss
;
; Silent: LearnUp-setup.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART [/ALLUSERS | /CURRENTUSER] [/DIR="..."]
; Silent removal: unins000.exe /VERYSILENT            keeps what people have on this computer
;                 unins000.exe /VERYSILENT /PURGE     removes this account's data too
; Signed where LEARNUP_SIGN_COMMAND names a signing tool (/Slearnup=...): see docs/packaging.md.

#ifndef Version
  #error give /DVersion=...
#endif

[Setup]
AppId={{6D1E7E0B-53C1-4B7D-9B6C-3B0F2D7C5A11}
AppName=LearnUp
AppVersion={#Version}
AppPublisher=LearnUp Desktop contributors
DefaultDirName={autopf}\LearnUp
DefaultGroupName=LearnUp
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputBaseFilename=LearnUp-{#Version}-setup
Compression=lzma2/ultra64
SolidCompression=yes
LZMANumBlockThreads=2
SetupIconFile={#Icons}\learnup.ico
UninstallDisplayIcon={app}\app\learnup-desktop.exe
LicenseFile=..\..\LICENSE
CloseApplications=yes
RestartApplications=no
#ifdef Sign
SignTool=learnup
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "{#Program}\*"; DestDir: "{app}\app"; Flags: recursesubdirs ignoreversion

[Dirs]
; Later versions; with an administrator's installation only the update task may write here.
Name: "{app}\versions"

[Icons]
Name: "{autoprograms}\LearnUp"; Filename: "{app}\app\learnup-desktop.exe"; AppUserModelID: "lk.learnup.desktop"
Name: "{autodesktop}\LearnUp"; Filename: "{app}\app\learnup-desktop.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\learnup"; ValueType: string; ValueData: "URL:LearnUp"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\learnup"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\learnup\DefaultIcon"; ValueType: string; ValueData: "{app}\app\learnup-desktop.exe,0"
Root: HKA; Subkey: "Software\Classes\learnup\shell\open\command"; ValueType: string; ValueData: """{app}\app\learnup-desktop.exe"" ""%1"""

[Run]
; The whole computer: a task of the system keeps it current at night, while the computer is on.
Filename: "{sys}\schtasks.exe"; Parameters: "/Create /F /TN ""LearnUp update"" /SC DAILY /ST 01:00 /RU SYSTEM /TR ""\""{app}\app\learnup-desktop.exe\"" update --now"""; Flags: runhidden; Check: IsAdminInstallMode
Filename: "{app}\app\learnup-desktop.exe"; Description: "{cm:LaunchProgram,LearnUp}"; Flags: nowait postinstall skipifsilent

[UninstallRun]
Filename: "{sys}\schtasks.exe"; Parameters: "/Delete /F /TN ""LearnUp update"""; Flags: runhidden; RunOnceId: "task"; Check: IsAdminInstallMode

[UninstallDelete]
Type: filesandordirs; Name: "{app}\versions"
Type: files; Name: "{app}\app\installation.json"

[Code]
procedure CurStepChanged(CurStep: TSetupStep);
var
  KeptBy: String;
begin
  if CurStep = ssPostInstall then
  begin
    KeptBy := 'self';
    if IsAdminInstallMode then
      KeptBy := 'machine';
    SaveStringToFile(ExpandConstant('{app}\app\installation.json'),
      '{"version": "{#Version}", "versions": "../versions", "keptBy": "' + KeptBy + '"}', False);
  end;
end;

function WantsPurge: Boolean;
var
  Number: Integer;
begin
  Result := False;
  for Number := 1 to ParamCount do
    if CompareText(ParamStr(Number), '/PURGE') = 0 then
      Result := True;
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
var
  Remove: Boolean;
begin
  if CurUninstallStep <> usPostUninstall then
    exit;
  Remove := WantsPurge;
  if not Remove and not UninstallSilent then
    Remove := MsgBox('Remove what you have stored in LearnUp on this computer too?' + #13#10#13#10 +
      'Answers that have not been sent yet would be lost. If you are not sure, choose No.',
      mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES;
  if Remove then
  begin
    DelTree(ExpandConstant('{localappdata}\LearnUp\learnup-desktop'), True, True, True);
    RemoveDir(ExpandConstant('{localappdata}\LearnUp'));
  end;
end;
