@echo off
rem Drop a data file, a draft or a workbook on this file: its document is made beside it.
chcp 65001 >nul
set run=py -P -m renmin_docs
for %%x in (renmin-docs.exe) do if not "%%~$PATH:x"=="" set run="%%~$PATH:x"
%run% %*
pause
