# One recording from everything there is: the objects of the clusters in question and their metrics, in a stable order.
# In: $objects, $metrics (files), $clusters, $raw, $lab and what goes into the origin.

($clusters / " ") as $names
| ($objects[0].items) as $all
| def of_cluster: .metadata.labels["cnpg.io/cluster"] as $name | any($names[]; . == $name);
  [$all[] | select(.kind == "Cluster" and (.metadata.name | IN($names[])))] as $databases
| [$all[] | select(.kind == "PersistentVolumeClaim" and of_cluster) | .metadata.name] as $claims
| [$databases[].spec | (.plugins[]?, .externalClusters[]?.plugin | values) | .parameters.barmanObjectName | values] as $stores
| def belongs:
    if .kind == "Cluster" then .metadata.name | IN($names[])
    elif .kind == "Backup" or .kind == "ScheduledBackup" or .kind == "Pooler" then .spec.cluster.name | IN($names[])
    elif .kind == "ObjectStore" then .metadata.name | IN($stores[])
    elif .kind == "PersistentVolumeClaim" or .kind == "Pod" then of_cluster
    elif .kind == "PersistentVolume" then .spec.claimRef.name | IN($claims[])
    elif .kind == "Namespace" then .metadata.name == "default"
    else true end;
  def trimmed:
    if $raw != "" then . else
      del(.metadata.managedFields, .metadata.annotations["kubectl.kubernetes.io/last-applied-configuration"])
      | if .metadata.annotations == {} then del(.metadata.annotations) else . end
      | if .kind == "Pod" then # three quarters of a pod is how its containers are wired
          del(.metadata.annotations["cnpg.io/podSpec"], .spec.containers[]["env", "volumeMounts", "startupProbe", "livenessProbe", "readinessProbe", "securityContext"],
            .spec.initContainers[]?["env", "volumeMounts", "startupProbe", "securityContext"],
            (.spec.volumes[]? | select(.projected)), .status.containerStatuses[]?["volumeMounts", "user"],
            .status.initContainerStatuses[]?["volumeMounts", "user"])
        else . end
    end
    | walk(if type == "string" then split($lab) | join("/var/lib/lab") else . end);
  def of_metrics:
    .metric.cluster as $cluster | .metric.persistentvolumeclaim as $claim
    | ($cluster != null and ($cluster | IN($names[]))) or ($claim != null and ($claim | IN($claims[])));
  def number_or_text: tonumber as $n | if ($n | isnormal) or $n == 0 then $n else . end;
  {
    origin: ({
      operator: $operator, plugin: $plugin,
      postgresql: ($databases[0].spec.imageName // "" | sub(".*:"; "")),
      kubernetes: $kubernetes, recordedAt: $recordedAt, script: "conformance/recordings/record.sh",
      state: $state, note: $note
    } + if $measured then {measured: $measured} else {} end),
    objects: ([$all[] | select(belongs) | trimmed] | sort_by(.kind, .metadata.namespace, .metadata.name))
  }
| .metrics = ([$metrics[0].data.result[] | select(of_metrics)
    | {name: .metric.__name__, labels: (.metric | del(.__name__, .instance, .job)), value: (.value[1] | number_or_text)}]
    | sort_by(.name, .labels.pod, (.labels | tojson)))
