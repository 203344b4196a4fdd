# fuzz/NAME_fuzz.cpp defines LLVMFuzzerTestOneInput. In the fuzz preset it is linked with libFuzzer
# and runs for DUBAN_FUZZ_SECONDS, beginning from fuzz/corpus/NAME and the examples; in every other
# build it is linked with fuzz/replay_main.cpp, which gives it each file of fuzz/corpus/NAME once,
# so that old finds are tried in every run. A find ends with status 1: libFuzzer's own, 77, is what
# a skipped test ends with.

get_property(libraries GLOBAL PROPERTY DUBAN_LIBRARIES)
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/fuzz/*_fuzz.cpp)

add_custom_target(fuzz_targets)
foreach(source IN LISTS fuzz_sources)
    get_filename_component(target ${source} NAME_WE)
    string(REGEX REPLACE "_fuzz$" "" name ${target})
    set(corpus ${PROJECT_SOURCE_DIR}/fuzz/corpus/${name})
    if(DUBAN_FUZZ)
        set(finds ${PROJECT_BINARY_DIR}/finds/${name})
        file(MAKE_DIRECTORY ${finds})
        set(seeds "")
        foreach(folder IN ITEMS ${corpus} ${PROJECT_SOURCE_DIR}/examples)
            if(EXISTS ${folder})
                list(APPEND seeds ${folder})
            endif()
        endforeach()
        set(dictionary "")
        if(EXISTS ${PROJECT_SOURCE_DIR}/fuzz/${name}.dict)
            set(dictionary -dict=${PROJECT_SOURCE_DIR}/fuzz/${name}.dict)
        endif()
        add_executable(${target} ${source})
        target_link_options(${target} PRIVATE -fsanitize=fuzzer)
        math(EXPR patience "${DUBAN_FUZZ_SECONDS} + 300")
        duban_test(fuzz/${name} TIMEOUT ${patience} COMMAND ${target}
                   -max_total_time=${DUBAN_FUZZ_SECONDS} -timeout=20 -rss_limit_mb=2048
                   -print_final_stats=1 -error_exitcode=1 -artifact_prefix=${finds}/ ${dictionary}
                   ${finds} ${seeds})
    else()
        add_executable(${target} ${source} ${PROJECT_SOURCE_DIR}/fuzz/replay_main.cpp)
        duban_test(replay/${name} COMMAND ${target} ${corpus})
    endif()
    target_link_libraries(${target} PRIVATE ${libraries} duban_options)
    set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY "")
    add_dependencies(fuzz_targets ${target})
endforeach()
