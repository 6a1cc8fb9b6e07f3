using System.Collections.Frozen;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>What is known about a type of node.</summary>
/// <param name="Role">What it becomes.</param>
/// <param name="Required">Datasets that it must have.</param>
/// <param name="Optional">Datasets that it may have.</param>
internal sealed record NirNodeType(NirRole Role, string[] Required, string[] Optional)
{
    /// <summary>The types by name.</summary>
    public static FrozenDictionary<string, NirNodeType> All { get; } = new Dictionary<string, NirNodeType>(StringComparer.Ordinal)
    {
        ["Input"] = new(NirRole.Input, ["shape"], []),
        ["Output"] = new(NirRole.Output, [], ["shape"]),
        ["Affine"] = new(NirRole.Linear, ["weight", "bias"], []),
        ["Linear"] = new(NirRole.Linear, ["weight"], []),
        ["Scale"] = new(NirRole.Linear, ["scale"], []),
        ["Conv1d"] = new(NirRole.Linear, ["weight", "bias", "stride", "padding", "dilation", "groups"], ["input_shape"]),
        ["Conv2d"] = new(NirRole.Linear, ["weight", "bias", "stride", "padding", "dilation", "groups"], ["input_shape"]),
        ["SumPool2d"] = new(NirRole.Linear, ["kernel_size", "stride", "padding"], []),
        ["AvgPool2d"] = new(NirRole.Linear, ["kernel_size", "stride", "padding"], []),
        ["Flatten"] = new(NirRole.Linear, ["start_dim", "end_dim"], ["input_type"]),
        ["Delay"] = new(NirRole.Linear, ["delay"], []),
        ["Threshold"] = new(NirRole.Spiking, ["threshold"], []),
        ["I"] = new(NirRole.Integrator, ["r"], []),
        ["LI"] = new(NirRole.Integrator, ["tau", "r", "v_leak"], []),
        ["CubaLI"] = new(NirRole.Integrator, ["tau_syn", "tau_mem", "r", "v_leak"], ["w_in"]),
        ["IF"] = new(NirRole.Spiking, ["r", "v_threshold"], ["v_reset"]),
        ["LIF"] = new(NirRole.Spiking, ["tau", "r", "v_leak", "v_threshold"], ["v_reset"]),
        ["CubaLIF"] = new(NirRole.Spiking, ["tau_syn", "tau_mem", "r", "v_leak", "v_threshold"], ["v_reset", "w_in"]),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
