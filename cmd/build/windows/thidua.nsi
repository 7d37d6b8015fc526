; Installer for one person, without administrator rights. Called by cmd/build:
;   makensis -INPUTCHARSET UTF8 -DVERSION=… -DFROM=folder -DOUT=setup.exe thidua.nsi
; The data (%LOCALAPPDATA%\ThiDua) is never touched, neither here nor when the
; program is removed.
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include WinVer.nsh

Name "Thi đua - Khen thưởng ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\ThiDua"
SetCompressor /SOLID lzma
ManifestDPIAware true

!define MUI_ICON "${FROM}\..\app.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\ThiDua.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\ThiDua"

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "Chương trình cần Windows 10 hoặc mới hơn." /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

Section
  SetOutPath "$INSTDIR"
  ; A program that runs cannot be written over: say so instead of half an update.
  again:
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\ThiDua.exe"
    Delete "$INSTDIR\ThiDua.exe"
  ${EndIf}
  ${If} ${Errors}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Chương trình Thi đua đang mở. Hãy đóng chương trình rồi bấm Thử lại." /SD IDCANCEL IDRETRY again
    Abort
  ${EndIf}
  File /r "${FROM}\*.*"
  WriteUninstaller "$INSTDIR\go-cai-dat.exe"
  CreateShortCut "$SMPROGRAMS\Thi đua - Khen thưởng.lnk" "$INSTDIR\ThiDua.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Thi đua - Khen thưởng"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\ThiDua.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\go-cai-dat.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\go-cai-dat.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  Delete "$SMPROGRAMS\Thi đua - Khen thưởng.lnk"
  Delete "$INSTDIR\ThiDua.exe"
  Delete "$INSTDIR\thiduactl.exe"
  Delete "$INSTDIR\go-cai-dat.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
