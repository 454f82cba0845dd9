# The names are found in small letters too.
zstyle ':completion:*:*:sciatica:*:*' matcher 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}'

if [[ $funcstack[1] == _sciatica ]]; then
    # From a folder of fpath, at the first Tab.
    _sciatica_registers
    _clap_dynamic_completer_sciatica "$@"
elif (( $+functions[compdef] )); then
    _sciatica_registers
else
    # Before compinit, which forgets what was registered ahead of it: at the first prompt behind it.
    _sciatica_registers_late() {
        if (( $+functions[compdef] )); then
            add-zsh-hook -d precmd _sciatica_registers_late
            _sciatica_registers
        fi
    }
    autoload -Uz add-zsh-hook
    add-zsh-hook precmd _sciatica_registers_late
fi
