; Installer for one person, without administrator rights. Called by cmd/build:
;   makensis -INPUTCHARSET UTF8 -DVERSION=… -DSIZE_KB=… -DFROM=folder -DOUT=setup.exe thidua.nsi
; The data (%LOCALAPPDATA%\ThiDua, or a folder du-lieu beside the program) is
; never touched, neither here nor when the program is removed. /S installs and
; removes without asking; an older version is replaced in its place.
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include WinVer.nsh

!define PRODUCT "Thi đua - Khen thưởng"
!define BACKUP_LINK "Thi đua - Khen thưởng (đồ họa dự phòng)"
!define GUIDE_LINK "Hướng dẫn Thi đua - Khen thưởng"

Name "${PRODUCT} ${VERSION}"
BrandingText "${PRODUCT} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\ThiDua"
; An update goes where the program was put before.
InstallDirRegKey HKCU "Software\ThiDua" "Folder"
; The two builds of the program are nearly the same bytes: a dictionary that holds
; both halves the installer.
SetCompressor /SOLID lzma
SetCompressorDictSize 96
SetDateSave off
ManifestDPIAware true
ManifestSupportedOS Win10

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1066 "ProductName" "${PRODUCT}"
VIAddVersionKey /LANG=1066 "FileDescription" "Cài đặt ${PRODUCT}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "LegalCopyright" ""

!define MUI_ICON "${FROM}\..\app.ico"
!define MUI_UNICON "${FROM}\..\app.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\ThiDua.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\ThiDua"
!define OPENWITH "Software\Classes\Applications\ThiDua.exe"

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "Chương trình cần Windows 10 hoặc mới hơn." /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

; A program that runs cannot be written over or removed: it is found by trying to
; open its file for writing, before anything is changed.
!macro NOTRUNNING FILE
  ${If} ${FileExists} "${FILE}"
    ClearErrors
    FileOpen $0 "${FILE}" a
    ${If} ${Errors}
      StrCpy $1 "running"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend

!macro CLOSEDFIRST
  again:
  StrCpy $1 ""
  !insertmacro NOTRUNNING "$INSTDIR\ThiDua.exe"
  !insertmacro NOTRUNNING "$INSTDIR\angle\ThiDua.exe"
  !insertmacro NOTRUNNING "$INSTDIR\thiduactl.exe"
  ${If} $1 == "running"
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Chương trình Thi đua đang mở. Hãy đóng chương trình rồi bấm Thử lại." /SD IDCANCEL IDRETRY again
    SetErrorLevel 3
    Abort "Chương trình đang mở."
  ${EndIf}
!macroend

; What an older or this version put there, by name: nothing else in the folder is ours.
!macro REMOVEPROGRAM
  Delete "$INSTDIR\ThiDua.exe"
  Delete "$INSTDIR\thiduactl.exe"
  Delete "$INSTDIR\huong-dan-su-dung.html"
  Delete "$INSTDIR\cho-can-bo-cntt.html"
  Delete "$INSTDIR\giay-phep.txt"
  Delete "$INSTDIR\angle\ThiDua.exe"
  Delete "$INSTDIR\angle\libEGL.dll"
  Delete "$INSTDIR\angle\libGLESv2.dll"
  Delete "$INSTDIR\angle\d3dcompiler_47.dll"
  Delete "$INSTDIR\angle\ANGLE-LICENSE.txt"
  RMDir "$INSTDIR\angle"
!macroend

Section
  !insertmacro CLOSEDFIRST
  !insertmacro REMOVEPROGRAM
  SetOutPath "$INSTDIR"
  File /r "${FROM}\*.*"
  WriteUninstaller "$INSTDIR\go-cai-dat.exe"
  CreateShortCut "$SMPROGRAMS\${PRODUCT}.lnk" "$INSTDIR\ThiDua.exe"
  CreateShortCut "$SMPROGRAMS\${BACKUP_LINK}.lnk" "$INSTDIR\ThiDua.exe" "--renderer=angle"
  CreateShortCut "$SMPROGRAMS\${GUIDE_LINK}.lnk" "$INSTDIR\huong-dan-su-dung.html"
  CreateShortCut "$SENDTO\${PRODUCT}.lnk" "$INSTDIR\ThiDua.exe"
  ; "Mở bằng" in Explorer offers the program for lists; it takes no type over.
  WriteRegStr HKCU "${OPENWITH}" "FriendlyAppName" "${PRODUCT}"
  WriteRegStr HKCU "${OPENWITH}\shell\open\command" "" '"$INSTDIR\ThiDua.exe" "%1"'
  WriteRegStr HKCU "${OPENWITH}\SupportedTypes" ".xlsx" ""
  WriteRegStr HKCU "${OPENWITH}\SupportedTypes" ".xls" ""
  WriteRegStr HKCU "${OPENWITH}\SupportedTypes" ".csv" ""
  WriteRegStr HKCU "${OPENWITH}\SupportedTypes" ".docx" ""
  WriteRegStr HKCU "Software\ThiDua" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${PRODUCT}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\ThiDua.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\go-cai-dat.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\go-cai-dat.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  !insertmacro CLOSEDFIRST
  !insertmacro REMOVEPROGRAM
  Delete "$SMPROGRAMS\${PRODUCT}.lnk"
  Delete "$SMPROGRAMS\${BACKUP_LINK}.lnk"
  Delete "$SMPROGRAMS\${GUIDE_LINK}.lnk"
  Delete "$SENDTO\${PRODUCT}.lnk"
  Delete "$INSTDIR\go-cai-dat.exe"
  ; Stays when something lies in it that is not the program's, such as du-lieu.
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${OPENWITH}"
  DeleteRegKey HKCU "Software\ThiDua"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd

Function un.onUninstSuccess
  MessageBox MB_ICONINFORMATION "Đã gỡ chương trình. Dữ liệu của cơ quan vẫn còn nguyên trong thư mục $LOCALAPPDATA\ThiDua." /SD IDOK
FunctionEnd
