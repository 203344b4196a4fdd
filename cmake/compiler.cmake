# Language, warnings, hardening, sanitizers and the helpers of the build. Everything that the
# project compiles links duban_options and gets them from there.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug or Release" FORCE)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

# Used when present, never needed.
find_program(DUBAN_CCACHE ccache)
if(DUBAN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${DUBAN_CCACHE})
endif()
find_program(DUBAN_MOLD mold)
if(DUBAN_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

add_library(duban_options INTERFACE)

# -Wpedantic complains about __int128, which exact decimals need: write the type as
# `__extension__ typedef __int128 Int128;` in one header and it keeps quiet, here and in clang.
# Sign conversions are left out of -Wconversion (clang counts them in, g++ does not): indices and
# sizes would drown the narrowings that matter.
target_compile_options(duban_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Werror
    -ffile-prefix-map=${PROJECT_SOURCE_DIR}/=)

if(DUBAN_HARDENING)
    include(CheckPIESupported)
    check_pie_supported()
    set(CMAKE_POSITION_INDEPENDENT_CODE ON)
    target_compile_options(duban_options INTERFACE
        -fstack-protector-strong -Wformat -Werror=format-security -Wdate-time
        $<$<CONFIG:Release>:-U_FORTIFY_SOURCE> $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>)
    if(NOT APPLE)
        target_compile_options(duban_options INTERFACE -fstack-clash-protection)
        target_link_options(duban_options INTERFACE -Wl,-z,relro -Wl,-z,now)
    endif()
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
        target_compile_options(duban_options INTERFACE -fcf-protection)
    endif()
endif()

if(DUBAN_SANITIZE)
    target_compile_options(duban_options INTERFACE
        -fsanitize=${DUBAN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -O1)
    target_link_options(duban_options INTERFACE -fsanitize=${DUBAN_SANITIZE})
    target_compile_definitions(duban_options INTERFACE _GLIBCXX_ASSERTIONS)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # Raised falsely by g++ when it instruments.
        target_compile_options(duban_options INTERFACE -Wno-maybe-uninitialized)
    endif()
endif()

if(DUBAN_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        message(FATAL_ERROR "DUBAN_FUZZ needs clang; use: cmake --preset fuzz")
    endif()
    target_compile_options(duban_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

if(DUBAN_COVERAGE)
    target_compile_options(duban_options INTERFACE --coverage -O0)
    target_link_options(duban_options INTERFACE --coverage)
endif()
