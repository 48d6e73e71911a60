@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Starts Evenfloat on any Java 17 or newer. EVENFLOAT_JAVA_OPTS adds options of the Java machine,
rem EVENFLOAT_HEAP says how much memory the objects of a server may take (512m unless set).
rem "supervise" is a bash script. Here a service wrapper has to start "evenfloat.bat run" anew when it ends with any code
rem but 0 or 2: a server whose guard hangs ends by itself after 15 s with code 6, one whose heap is full with code 3.
setlocal
if /i "%~1"=="supervise" (
  echo evenfloat: "supervise" is not there on Windows; let a service wrapper start "evenfloat.bat run" anew. See docs\commands.md. 1>&2
  exit /b 2
)
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if not defined EVENFLOAT_HEAP set "EVENFLOAT_HEAP=512m"
set "FLAGS=-XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Xss512k -Dfile.encoding=UTF-8"
if /i "%~1"=="run" set "FLAGS=%FLAGS% -XX:TieredStopAtLevel=1 -Xms12m -Xmn3m -Xmx%EVENFLOAT_HEAP% -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=10"
"%JAVA%" %FLAGS% %EVENFLOAT_JAVA_OPTS% -cp "%~dp0lib\*" org.evenfloat.infrastructure.Main %*
exit /b %ERRORLEVEL%
