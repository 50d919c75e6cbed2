# accord_embed_meta_schemas(<target>): compiles schemas/meta/**.json into a target as the function
# accord::schema::EmbeddedMetaSchemas(). Run as a script, this file writes that source.
if(CMAKE_SCRIPT_MODE_FILE)
  set(rows "")
  foreach(file ${SCHEMAS})
    file(READ ${file} text)
    file(RELATIVE_PATH name ${ROOT} ${file})
    string(REGEX REPLACE "\\.json$" "" name "${name}")
    string(APPEND rows "    {\"${name}\",\n     R\"schema(${text})schema\"},\n")
  endforeach()
  file(WRITE ${OUTPUT} "#include \"schema/meta_schemas.h\"

#include <vector>

namespace accord::schema {

std::span<const EmbeddedMetaSchema> EmbeddedMetaSchemas() {
  static const std::vector<EmbeddedMetaSchema> kSchemas{
${rows}  };
  return kSchemas;
}

}  // namespace accord::schema
")
  return()
endif()

set(ACCORD_EMBED_META_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(accord_embed_meta_schemas target)
  set(root ${PROJECT_SOURCE_DIR}/schemas/meta)
  file(GLOB_RECURSE schemas CONFIGURE_DEPENDS ${root}/*.json)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_meta_schemas.cc)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} "-DSCHEMAS=${schemas}" -DROOT=${root} -DOUTPUT=${output}
            -P ${ACCORD_EMBED_META_SCRIPT}
    DEPENDS ${schemas} ${ACCORD_EMBED_META_SCRIPT}
    COMMENT "Embedding meta-schemas" VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
