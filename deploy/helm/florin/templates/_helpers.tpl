{{- define "florin.ports" -}}
{{- $ports := dict "gateway" 8080 "auth" 4001 "users" 4002 "ledger" 4003 "finance" 4004 "notify" 4005 -}}
{{- get $ports . -}}
{{- end }}

{{- define "florin.grpc" -}}
{{- $ports := dict "auth" 5001 "users" 5002 "ledger" 5003 "finance" 5004 "notify" 5005 -}}
{{- get $ports . -}}
{{- end }}

{{- define "florin.labels" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/part-of: florin
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{/* Which neighbours a process calls, as its settings name them. */}}
{{- define "florin.neighbours" -}}
{{- $calls := dict "gateway" (list "auth" "users" "ledger" "finance" "notify") "auth" (list "ledger") "users" (list "auth" "ledger") "ledger" (list "auth" "users") "finance" (list "ledger" "users") "notify" (list "auth" "users") -}}
{{- get $calls . | toJson -}}
{{- end }}
