# cmake -DOUTPUT=file.inc -DFILES=a.yaml;b.yaml -P EmbedData.cmake
# Writes the files as C++ initialisers {"name", "text"}, in the order given. Run at build time.
set(content "")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME_WE)
  file(READ "${file}" text)
  string(APPEND content "{\"${name}\", R\"dsv4data(${text})dsv4data\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "${content}")
