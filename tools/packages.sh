# shellcheck shell=bash
# Sourced by quickstart and test: which packages are needed, whether they are there, and apt.
# Standard output stays in plain words; nothing here needs more than bash and coreutils.

# group, Debian, Fedora, Arch, Homebrew, how to see that it is there, what it is for.
# Groups: build = to build the program, test = the fast tests, all = everything that ./test --all runs.
# Only the Debian names are tested.
package_table() {
    cat <<'TABLE'
build g++               gcc-c++                gcc         gcc              g++                     the C++20 compiler
build cmake             cmake                  cmake       cmake            cmake                   describes the build (3.25 or newer)
build ninja-build       ninja-build            ninja       ninja            ninja                   runs the build
build libicu-dev        libicu-devel           icu         icu4c            unicode/ucnv.h          reads texts in the encodings of Chinese files
build libcli11-dev      cli11-devel            cli11       cli11            CLI/CLI.hpp             reads the words of the command line
build nlohmann-json3-dev json-devel           nlohmann-json nlohmann-json  nlohmann/json.hpp       reads JSON: confirmed readings
build libtomlplusplus-dev tomlplusplus-devel     tomlplusplus tomlplusplus    toml++/toml.h           reads the settings of a project
build pkgconf           pkgconf                pkgconf     pkgconf          pkg-config              finds libraries that bring no CMake files
build libzip-dev        libzip-devel           libzip      libzip           zip.h                   opens the containers of Word and Excel files
build libxlsxwriter-dev libxlsxwriter-devel  libxlsxwriter libxlsxwriter   xlsxwriter.h            writes Excel files
build libpugixml-dev    pugixml-devel          pugixml     pugixml          pugixml.hpp             reads XML: Word, Excel and what is printed about PDF files
build poppler-utils     poppler-utils          poppler     poppler          pdftotext               reads PDF files, as a program of its own
build libxlsxwriter-dev libxlsxwriter-devel  libxlsxwriter libxlsxwriter   xlsxwriter.h            writes Excel files
build libgumbo-dev      gumbo-parser-devel     gumbo-parser gumbo-parser     gumbo.h                 reads web pages
build libpango1.0-dev   pango-devel            pango       pango            pango-1.0/pango/pango.h sets type: writes PDF files (with Cairo)
build fonts-noto-cjk    google-noto-serif-cjk-fonts noto-fonts-cjk font-noto-serif-cjk-sc fc-list  free typefaces with Chinese characters, for PDF files
test  python3           python3                python      python3          python3                 runs the command line tests and checks the documents
test  doctest-dev       doctest-devel          doctest     doctest          doctest/doctest.h       unit tests
test  librapidcheck-dev rapidcheck-devel       rapidcheck  rapidcheck       rapidcheck.h            property tests
test  python3-jsonschema python3-jsonschema    python-jsonschema -         python3:jsonschema      holds what is printed to the schemas
all   libreoffice-writer-nogui libreoffice-writer libreoffice-fresh -          soffice                 saves Word files of another hand for the round trips
all   libreoffice-calc-nogui libreoffice-calc libreoffice-fresh -            soffice                 saves Excel files of another hand for the round trips
all   libbenchmark-dev  google-benchmark-devel benchmark   google-benchmark benchmark/benchmark.h   benchmarks
all   clang-16          clang                  clang       llvm             clang++-16              a second compiler, and libFuzzer
all   libclang-rt-16-dev compiler-rt           compiler-rt llvm             libclang_rt.fuzzer      the run-time part of libFuzzer and the sanitizers
all   clang-format-16   clang-tools-extra      clang       clang-format     clang-format-16         checks how the sources are laid out
all   clang-tidy-16     clang-tools-extra      clang       llvm             clang-tidy-16           looks for mistakes in the sources
TABLE
}

# True if a package of that Debian name is installed or, without dpkg, what it brings is found.
package_is_there() {
    local name=$1 probe=$2
    if [[ $(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null) == installed ]]; then
        return 0
    fi
    case $probe in
        *.h | *.hpp) compgen -G "/usr/include/$probe" >/dev/null ||
            compgen -G "/usr/local/include/$probe" >/dev/null ||
            compgen -G "/opt/homebrew/include/$probe" >/dev/null ;;
        python3:*) python3 -c "import ${probe#python3:}" 2>/dev/null ;;
        libclang_rt*) compgen -G "/usr/lib/llvm-16/lib/clang/16/lib/linux/$probe*" >/dev/null ;;
        *) command -v "$probe" >/dev/null ;;
    esac
}

# The lines of the table that belong to the groups named and are not there.
missing_packages() {
    local group debian fedora arch brew probe purpose
    package_table | while read -r group debian fedora arch brew probe purpose; do
        if [[ " $* " == *" $group "* ]] && ! package_is_there "$debian" "$probe"; then
            echo "$group $debian $fedora $arch $brew $probe $purpose"
        fi
    done
}

# Installs what the groups named need and is missing; says which and why. Returns 2 where it cannot.
# Usage: install_packages build [test] [all]
install_packages() {
    local missing names
    missing=$(missing_packages "$@")
    if [[ -z $missing ]]; then
        echo "All packages that are needed are installed."
        return 0
    fi
    echo "Missing packages:"
    awk '{ why = ""; for (i = 7; i <= NF; ++i) why = why " " $i; printf "  %-20s%s\n", $2, why }' \
        <<<"$missing"

    if ! command -v apt-get >/dev/null; then
        cat <<EOT
This is not Debian, so nothing is installed here. The same packages elsewhere, by our best
knowledge and untested:
  Fedora:    dnf install $(awk '{ print $3 }' <<<"$missing" | sort -u | xargs)
  Arch:      pacman -S $(awk '{ print $4 }' <<<"$missing" | sort -u | xargs)
  Homebrew:  brew install $(awk '$5 != "-" { print $5 }' <<<"$missing" | sort -u | xargs)
Run this again when they are there.
EOT
        return 2
    fi
    mapfile -t names <<<"$(awk '{ print $2 }' <<<"$missing")"
    local as_root=()
    if [[ $(id -u) != 0 ]]; then
        if ! command -v sudo >/dev/null; then
            echo "Installing needs an administrator, and there is no sudo. Have this run:"
            echo "  apt-get update && apt-get install --no-install-recommends ${names[*]}"
            return 2
        fi
        as_root=(sudo)
    fi
    echo "Installing them with apt-get ..."
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update ||
        echo "apt-get update had trouble; trying with the lists that are there."
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --no-install-recommends "${names[@]}" || return 2
}

# How many processors may be used.
cores() {
    nproc 2>/dev/null || getconf _NPROCESSORS_ONLN
}
