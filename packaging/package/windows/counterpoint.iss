; Makes the installer for Windows with Inno Setup 6 (https://jrsoftware.org/isinfo.php), after the folder is built:
;
;     iscc /DVersion=0.1.0 packaging\package\windows\counterpoint.iss
;
; Signing: see packaging/package/README.md.
#ifndef Version
  #error Say which version: /DVersion=0.1.0
#endif

[Setup]
AppId={{7B1F0E52-5C0C-4E0B-9A53-6D2E1C7F4A90}
AppName=Counterpoint
AppVersion={#Version}
AppPublisher=The Counterpoint founders
DefaultDirName={autopf}\Counterpoint
DefaultGroupName=Counterpoint
DisableProgramGroupPage=yes
; Without administrator's rights it installs for this user alone.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\..\LICENSE
OutputDir=..\..\..\build\package
OutputBaseFilename=counterpoint-{#Version}-windows-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
UninstallDisplayIcon={app}\counterpoint.exe
CloseApplications=yes

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "french"; MessagesFile: "compiler:Languages\French.isl"

[CustomMessages]
english.OpenModels=Open GGUF models and Counterpoint recordings with Counterpoint
french.OpenModels=Ouvrir les modèles GGUF et les enregistrements avec Counterpoint

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "openfiles"; Description: "{cm:OpenModels}"

[Files]
Source: "..\..\..\build\package\counterpoint\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
; What an older version had and this one has not.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Counterpoint"; Filename: "{app}\counterpoint.exe"
Name: "{autodesktop}\Counterpoint"; Filename: "{app}\counterpoint.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.gguf\OpenWithProgids"; ValueType: string; ValueName: "Counterpoint.Model"; ValueData: ""; Flags: uninsdeletevalue; Tasks: openfiles
Root: HKA; Subkey: "Software\Classes\Counterpoint.Model"; ValueType: string; ValueData: "GGUF language model"; Flags: uninsdeletekey; Tasks: openfiles
Root: HKA; Subkey: "Software\Classes\Counterpoint.Model\shell\open\command"; ValueType: string; ValueData: """{app}\counterpoint.exe"" ""%1"""; Tasks: openfiles
Root: HKA; Subkey: "Software\Classes\.counterpoint\OpenWithProgids"; ValueType: string; ValueName: "Counterpoint.Recording"; ValueData: ""; Flags: uninsdeletevalue; Tasks: openfiles
Root: HKA; Subkey: "Software\Classes\Counterpoint.Recording"; ValueType: string; ValueData: "Counterpoint recording"; Flags: uninsdeletekey; Tasks: openfiles
Root: HKA; Subkey: "Software\Classes\Counterpoint.Recording\shell\open\command"; ValueType: string; ValueData: """{app}\counterpoint.exe"" ""%1"""; Tasks: openfiles

[Run]
Filename: "{app}\counterpoint.exe"; Description: "{cm:LaunchProgram,Counterpoint}"; Flags: nowait postinstall skipifsilent

; What people have made is in their own folders (%LOCALAPPDATA%\Counterpoint) and stays there when this is uninstalled.
