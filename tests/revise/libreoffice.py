"""LibreOffice as a judge of tracked changes: it accepts or rejects all of them, by a macro in a profile of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.printing import run_office

if TYPE_CHECKING:
    from pathlib import Path

_DOCTYPE = '<!DOCTYPE {0} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{1}.dtd">'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LIBRARIES = (
    _HEAD
    + _DOCTYPE.format("library:libraries", "libraries")
    + """
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple"
  library:link="false"/>
</library:libraries>
"""
)
_LIBRARY = (
    _HEAD
    + _DOCTYPE.format("library:library", "library")
    + """
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
"""
)
_MODULE = (
    _HEAD
    + _DOCTYPE.format("script:module", "module")
    + """
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Resolve(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim none()
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:" + command, "", 0, none())
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  doc.storeToURL(ConvertToURL(target), filter())
  doc.close(True)
End Sub
</script:module>
"""
)


def accepted_and_rejected(path: Path) -> list[Path]:
    """The document with all its changes accepted, and with all rejected, written beside it."""
    # the first start writes a profile of its own over what is there
    run_office(path.parent, "--terminate_after_init")
    _write_macro(path.parent / "profile")
    commands = [f"{how}AllTrackedChanges" for how in ("Accept", "Reject")]
    targets = [path.with_name(f"{path.stem}-{command}.docx") for command in commands]
    calls = (
        f'macro:///Standard.Module1.Resolve("{path}","{target}","{command}")'
        for target, command in zip(targets, commands, strict=True)
    )
    run_office(path.parent, *calls)
    assert all(target.exists() for target in targets), "LibreOffice wrote no document"
    return targets


def _write_macro(profile: Path) -> None:
    basic = profile / "user" / "basic"
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    (basic / "script.xlc").write_text(_LIBRARIES, encoding="utf-8")
    (basic / "Standard" / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (basic / "Standard" / "Module1.xba").write_text(_MODULE, encoding="utf-8")
