@echo off
rem Runs Ganglion's command line; builds it first when it is missing or older than its sources.
rem GANGLION_ARTIFACTS names another folder for the build, for a checkout that cannot be written to.
setlocal
set "root=%~dp0"
if not defined GANGLION_ARTIFACTS set "GANGLION_ARTIFACTS=%root%artifacts"
set "program=%GANGLION_ARTIFACTS%\ganglion"
set "lock=%GANGLION_ARTIFACTS%\ganglion.lock"
set "next=%GANGLION_ARTIFACTS%\ganglion.next"
set "log=%GANGLION_ARTIFACTS%\ganglion.build.log"
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1

where dotnet >nul 2>nul || (
    echo ganglion: the .NET SDK is not installed, or 'dotnet' is not on PATH.>&2
    echo           Ganglion needs the .NET 10 SDK: https://dotnet.microsoft.com/download>&2
    exit /b 1
)

call :current && goto run
if not exist "%GANGLION_ARTIFACTS%" md "%GANGLION_ARTIFACTS%" 2>nul

:acquire
md "%lock%" 2>nul && goto acquired
if not exist "%lock%" (
    echo ganglion: cannot write to %GANGLION_ARTIFACTS%, so the program cannot be built there.>&2
    echo           Make the folder writable, or name another one in GANGLION_ARTIFACTS.>&2
    exit /b 1
)
rem Another call is building: wait for it. A lock that outlives five minutes was left by a build that was killed.
powershell -NoProfile -Command "Start-Sleep 1; exit [int]((Get-Item $env:lock -ErrorAction SilentlyContinue).CreationTime -lt (Get-Date).AddMinutes(-5) -and (Test-Path $env:lock))"
if errorlevel 1 rd "%lock%" 2>nul
goto acquire

:acquired
call :current && goto release
call :build
set "failed=%errorlevel%"
if exist "%next%" rd /s /q "%next%"
rd "%lock%"
if not "%failed%"=="0" exit /b 1
goto run

:release
rd "%lock%"

:run
dotnet "%program%\ganglion.dll" %*
exit /b %errorlevel%

rem Succeeds when the program is built and no source file or folder is newer than the build.
:current
if not exist "%program%\.built" exit /b 1
powershell -NoProfile -Command ^
    "$built = (Get-Item (Join-Path $env:program '.built')).LastWriteTimeUtc;" ^
    "Set-Location $env:root;" ^
    "$sources = 'chipspec','Compiler','Cores','Router','Emulator','Directory.Build.props','Directory.Build.targets','Directory.Packages.props','global.json' | Where-Object { Test-Path $_ };" ^
    "$newer = Get-Item $sources; $newer += Get-ChildItem $sources -Recurse;" ^
    "exit [int](@($newer | Where-Object { $_.LastWriteTimeUtc -gt $built -and $_.FullName -notmatch '[\\/](bin|obj)([\\/]|$)' }).Count -gt 0)"
exit /b %errorlevel%

:build
pushd "%root%"
dotnet --version >nul 2>nul || (
    popd
    echo ganglion: the .NET SDK found is too old; the .NET 10 SDK is needed: https://dotnet.microsoft.com/download>&2
    exit /b 1
)
popd
if exist "%next%" rd /s /q "%next%"
md "%next%" || exit /b 1
rem Stamped with the time at which the build began, so that an edit made meanwhile is not missed.
type nul >"%next%\.built"
dotnet publish "%root%Emulator\CommandLine\Ganglion.CommandLine.csproj" --configuration Release --output "%next%" --artifacts-path "%GANGLION_ARTIFACTS%\build" --nologo --verbosity quiet -nodeReuse:false -p:UseSharedCompilation=false -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false >"%log%" 2>&1 || (
    type "%log%" >&2
    echo ganglion: the build failed; its output is above and in %log%.>&2
    exit /b 1
)
if exist "%program%" rd /s /q "%program%"
move "%next%" "%program%" >nul
exit /b %errorlevel%
