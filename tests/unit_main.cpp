// The main() of the unit tests and of the property tests; the tests stand beside the code they
// test, in src/*/*_test.cpp and src/*/*_property_test.cpp.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
