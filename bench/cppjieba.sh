#!/usr/bin/env bash
# The extractor beside cppjieba, the fastest segmenter that tags parts of speech, and memcpy, on the
# same text in one run. Fetches npm's nodejieba into build/bench (it ships the headers of cppjieba
# and its dictionaries; nothing of it is built or run by npm). Plain -O2.
#
# usage: bench/cppjieba.sh [DOCUMENT]     (by default the shipped example)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
document=${1:-$here/examples/qinghe-2024-12.txt}
build=$here/build/bench
package=$build/node_modules/nodejieba

mkdir -p "$build"
if [[ ! -d $package ]]; then
    command -v npm >/dev/null || { echo "cppjieba.sh: npm is missing (apt-get install npm)" >&2; exit 77; }
    npm install --ignore-scripts --no-audit --no-fund --prefix "$build" nodejieba@3.5.8 >/dev/null
fi
jieba=$(find "$package" -path '*cppjieba/Jieba.hpp' -print -quit)
limonp=$(find "$package" -path '*limonp/Logging.hpp' -print -quit)
dictionary=$(dirname "$(find "$package" -name jieba.dict.utf8 -print -quit)")
[[ -n $jieba && -n $limonp && -d $dictionary ]] ||
    { echo "cppjieba.sh: the package does not hold what is looked for" >&2; exit 1; }
${CXX:-g++} -std=c++20 -O2 -DNDEBUG -w -I"$here/src" -I"$(dirname "$(dirname "$jieba")")" \
    -I"$(dirname "$(dirname "$limonp")")" -o "$build/cppjieba_tag" "$here/bench/cppjieba_tag.cpp" \
    "$here"/src/base/{text,decimal}.cpp "$here"/src/extraction/{numeral,period,quantity,repair,units_table}.cpp \
    $(pkg-config --libs icu-uc 2>/dev/null || echo -licuuc)
"$build/cppjieba_tag" "$document" "$dictionary"
