# accord_embed_schemas(<target>): compiles schemas/*.schema.json into a target as the function
# accord::document::EmbeddedSchemas(). Run as a script, this file writes that source.
if(CMAKE_SCRIPT_MODE_FILE)
  set(rows "")
  foreach(file ${SCHEMAS})
    file(READ ${file} text)
    cmake_path(GET file FILENAME name)
    string(REGEX REPLACE "\\.schema\\.json$" "" name "${name}")
    string(APPEND rows "    {\"${name}\",\n     R\"schema(${text})schema\"},\n")
  endforeach()
  file(WRITE ${OUTPUT} "#include \"document/embedded_schemas.h\"

#include <vector>

namespace accord::document {

std::span<const EmbeddedSchema> EmbeddedSchemas() {
  static const std::vector<EmbeddedSchema> kSchemas{
${rows}  };
  return kSchemas;
}

}  // namespace accord::document
")
  return()
endif()

set(ACCORD_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(accord_embed_schemas target)
  file(GLOB schemas CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/schemas/*.schema.json)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_schemas.cc)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} "-DSCHEMAS=${schemas}" -DOUTPUT=${output} -P ${ACCORD_EMBED_SCRIPT}
    DEPENDS ${schemas} ${ACCORD_EMBED_SCRIPT}
    COMMENT "Embedding schemas" VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
