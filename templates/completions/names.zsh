    # Lists between commas: what stands before the last comma is done.
    if [[ "${words[CURRENT]}" == --({{ offered.list_options()|join("|") }})=* ]]; then
        words[CURRENT]=("${words[CURRENT]%%=*}" "${words[CURRENT]#*=}")
        (( CURRENT += 1 ))
        compset -P '*='
    fi
    if [[ "${words[CURRENT-1]}" == --({{ offered.list_options()|join("|") }}) ]]; then
        compset -P '*,'
    fi
