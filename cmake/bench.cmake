# bench/NAME_bench.cpp, each one executable over Google Benchmark. Under ctest they are only held to
# the ratios in bench/ratios.txt: a ratio within one run survives a slow or busy machine.

get_property(libraries GLOBAL PROPERTY DUBAN_LIBRARIES)
find_package(benchmark QUIET CONFIG)
if(NOT benchmark_FOUND)
    message(NOTICE "Google Benchmark is not installed: no benchmarks")
    return()
endif()

file(GLOB bench_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/bench/*_bench.cpp)
foreach(source IN LISTS bench_sources)
    get_filename_component(target ${source} NAME_WE)
    string(REGEX REPLACE "_bench$" "" name ${target})
    add_executable(${target} ${source})
    target_link_libraries(${target} PRIVATE ${libraries} duban_options
                          benchmark::benchmark benchmark::benchmark_main)
    set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY "")
    if(BUILD_TESTING AND Python3_FOUND)
        duban_test(bench/${name} SERIAL COMMAND Python3::Interpreter bench/check_ratios.py
                   $<TARGET_FILE:${target}>)
    endif()
endforeach()
