using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Allocate;
using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Reports;

/// <summary>The limit that a mapping comes closest to, and how far every core uses it.</summary>
/// <param name="Resource">Name of the resource, e.g. <c>synapse memory (bits)</c>.</param>
/// <param name="Limit">What one core offers; the use of the fullest core where the chip limits nothing.</param>
/// <param name="IsLimited">Whether the chip limits the resource.</param>
/// <param name="Amounts">Use of every core in use, in their order.</param>
public sealed record BindingConstraint(string Resource, long Limit, bool IsLimited, IReadOnlyList<long> Amounts)
{
    /// <summary>Finds it: the resource of which one core uses the largest share; compartments where the chip limits nothing.</summary>
    /// <param name="image">The image.</param>
    /// <param name="chip">Its chip.</param>
    public static BindingConstraint Find(ChipImage image, ChipSpec.Spec.ChipSpec chip)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(chip);
        var uses = image.Cores
            .Select(core => UsageCheck.Compare(core.Usage, chip.Core).ToArray())
            .ToArray();
        (string Resource, double Share) fullest = uses
            .SelectMany(core => core)
            .Where(use => use.Limit > 0)
            .Select(use => (use.Resource, (double)use.Amount / use.Limit!.Value))
            .DefaultIfEmpty((Resources.Compartments, 0))
            .MaxBy(use => use.Item2);
        var of = uses.Select(core => core.First(use => use.Resource == fullest.Resource)).ToArray();
        long? limit = of.Length == 0 ? null : of[0].Limit;
        return new BindingConstraint(
            fullest.Resource, Math.Max(1, limit ?? of.Select(use => use.Amount).DefaultIfEmpty().Max()), limit is not null, [.. of.Select(use => use.Amount)]);
    }
}
