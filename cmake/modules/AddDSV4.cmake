# The three ways anything is built here: a library, a tool, a plugin.

include(GNUInstallDirs)

# Flags of dsv4's own code; headers of LLVM and MLIR are system headers and exempt.
add_library(DSV4Options INTERFACE)
target_compile_options(DSV4Options INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wno-unused-parameter -fvisibility-inlines-hidden>
  $<$<AND:$<COMPILE_LANGUAGE:CXX>,$<BOOL:${DSV4_ENABLE_WERROR}>>:-Werror>
  # Debian's MLIR is built with RTTI and without exceptions.
  $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports false positives of these two inside inlined LLVM containers.
  target_compile_options(DSV4Options INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-Wno-maybe-uninitialized -Wno-dangling-pointer -Wno-array-bounds -Wno-stringop-overflow>)
endif()
if(DSV4_ENABLE_SANITIZERS)
  # LLVM_USE_SANITIZER='Address;Undefined' silently enables only AddressSanitizer. vptr and function need
  # type information that the uninstrumented libMLIR does not export.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=vptr,function -fno-sanitize-recover=undefined
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

if(DSV4_ENABLE_PCH)
  file(WRITE ${PROJECT_BINARY_DIR}/DSV4Precompiled.cpp "// Owns the precompiled header of all libraries.\n")
  add_library(DSV4Precompiled OBJECT ${PROJECT_BINARY_DIR}/DSV4Precompiled.cpp)
  target_link_libraries(DSV4Precompiled PRIVATE DSV4Options)
  target_precompile_headers(DSV4Precompiled PRIVATE ${PROJECT_SOURCE_DIR}/cmake/Precompiled.h)
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    # Without a time stamp the header's content alone decides, which is what ccache needs.
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang\ -fno-pch-timestamp>)
  endif()
endif()

# Installed programs find an MLIR that is not on the loader's own path.
set(CMAKE_INSTALL_RPATH_USE_LINK_PATH ON)
# A wheel puts programs on PATH, everything else stays with the package.
set(DSV4_INSTALL_BINDIR ${CMAKE_INSTALL_BINDIR})
if(SKBUILD)
  set(DSV4_INSTALL_BINDIR ${SKBUILD_SCRIPTS_DIR})
endif()

set_property(GLOBAL PROPERTY DSV4_LIBRARIES "")

# add_dsv4_library(NAME source... [DEPENDS target...] [LINK_LIBS target...])
# A static library on top of libMLIR, installed and exported as DSV4::NAME. DEPENDS names tablegen targets.
function(add_dsv4_library name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LINK_LIBS" ${ARGN})
  add_library(${name} STATIC ${ARG_UNPARSED_ARGUMENTS})
  add_library(DSV4::${name} ALIAS ${name})
  target_link_libraries(${name} PUBLIC ${ARG_LINK_LIBS} MLIR LLVM)
  # Not by linking DSV4Options: what a static library links, even privately, must be exported with it.
  target_compile_options(${name} PRIVATE $<TARGET_PROPERTY:DSV4Options,INTERFACE_COMPILE_OPTIONS>)
  target_compile_features(${name} PUBLIC cxx_std_17)
  target_include_directories(${name} INTERFACE
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
    $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  if(DSV4_ENABLE_PCH)
    target_precompile_headers(${name} REUSE_FROM DSV4Precompiled)
  endif()
  if(ARG_DEPENDS)
    add_dependencies(${name} ${ARG_DEPENDS})
  endif()
  set_property(GLOBAL APPEND PROPERTY DSV4_LIBRARIES ${name})
  install(TARGETS ${name} EXPORT DSV4Targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
endfunction()

# add_dsv4_tool(NAME source... LINK_LIBS target...)
# An executable in build/bin that is installed to bin.
function(add_dsv4_tool name)
  cmake_parse_arguments(ARG "" "" "LINK_LIBS" ${ARGN})
  add_executable(${name} ${ARG_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PRIVATE ${ARG_LINK_LIBS} DSV4Options MLIR LLVM)
  install(TARGETS ${name} RUNTIME DESTINATION ${DSV4_INSTALL_BINDIR} COMPONENT tools)
endfunction()

# add_dsv4_plugin(NAME source... LINK_LIBS target...)
# A library that another program loads: build/lib/NAME.so. It shares the program's libMLIR.
function(add_dsv4_plugin name)
  cmake_parse_arguments(ARG "" "" "LINK_LIBS" ${ARGN})
  add_library(${name} MODULE ${ARG_UNPARSED_ARGUMENTS})
  set_target_properties(${name} PROPERTIES PREFIX "")
  target_link_libraries(${name} PRIVATE ${ARG_LINK_LIBS} DSV4Options MLIR LLVM)
  target_compile_definitions(${name} PRIVATE DSV4_VERSION="${PROJECT_VERSION}")
  install(TARGETS ${name} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
endfunction()

# add_dsv4_data(LIBRARY folder)
# Embeds the .yaml and .json files of a folder in a library: `#include "FOLDER.inc"` gives initialisers
# {"file name", "text"}, sorted by name. The file is no header of the library and is not installed.
function(add_dsv4_data library folder)
  file(GLOB files CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.yaml"
       "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.json")
  list(SORT files)
  set(generated "${CMAKE_CURRENT_BINARY_DIR}/${folder}.inc")
  # A plain ';' would split the argument in two.
  string(REPLACE ";" "$<SEMICOLON>" escaped "${files}")
  add_custom_command(OUTPUT "${generated}"
    COMMAND ${CMAKE_COMMAND} "-DOUTPUT=${generated}" "-DFILES=${escaped}" -P "${DSV4_EMBED_DATA}"
    DEPENDS ${files} "${DSV4_EMBED_DATA}"
    COMMENT "Embedding ${folder}" VERBATIM)
  target_sources(${library} PRIVATE "${generated}")
  target_include_directories(${library} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
endfunction()
set(DSV4_EMBED_DATA "${CMAKE_CURRENT_LIST_DIR}/EmbedData.cmake")
