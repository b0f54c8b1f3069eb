"""lit configuration: which files are tests and which tools they may call."""

import os

import lit.formats
from lit.llvm import llvm_config

config.name = "DSV4"
config.test_format = lit.formats.ShTest(not llvm_config.use_lit_shell)
config.suffixes = [".mlir", ".test", ".yaml"]
config.excludes = ["Inputs", "CMakeLists.txt", "lit.cfg.py", "python", "golden", "programs"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.dsv4_obj_root, "test")

llvm_config.with_system_environment(["HOME", "TMP", "TEMP"])
llvm_config.use_default_substitutions()
# A variable that a CHECK-LABEL block defines must not leak into the next one.
llvm_config.with_environment("FILECHECK_OPTS", "-enable-var-scope --allow-unused-prefixes=false")

config.substitutions.append(("%dsv4_src_root", config.dsv4_src_root))
config.substitutions.append(("%dsv4_lib_dir", os.path.join(config.dsv4_obj_root, "lib")))
config.substitutions.append(("%dsv4_obj_root", config.dsv4_obj_root))
# Before lit's own %python, which is the interpreter that runs lit and lacks the project's packages.
config.substitutions.insert(0, ("%python", config.python_executable))
include_flags = [f"-I{folder}" for folder in [f"{config.dsv4_src_root}/include", *config.mlir_include_dirs.split(";")]]
config.substitutions.append(("%tablegen_includes", " ".join(include_flags)))
config.substitutions.append(("%cmake", config.cmake_executable))
config.substitutions.append(("%ninja", config.make_program))
config.substitutions.append(("%cxx", config.cxx_compiler))

tools_dir = os.path.join(config.dsv4_obj_root, "bin")
# `not` and FileCheck live in LLVM's own folder, which Debian does not put on PATH.
llvm_config.with_environment("PATH", [tools_dir, config.llvm_tools_dir], append_path=True)
llvm_config.add_tool_substitutions(
    ["dsv4-opt", "dsv4-lsp-server", "dsv4-reduce", "dsv4-translate", "mlir-opt"], [tools_dir, config.llvm_tools_dir]
)
if config.dsv4_sanitizers:
    config.available_features.add("sanitizers")
    # Our code inlines llvm::BumpPtrAllocator, which poisons what it has not given out; libMLIR is not instrumented and
    # takes the same memory without lifting the poison.
    llvm_config.with_environment("ASAN_OPTIONS", "allow_user_poisoning=0")
