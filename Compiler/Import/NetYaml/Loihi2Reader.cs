using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.NetYaml;

/// <summary>Reads neurons that are given as registers of a model of Loihi 2.</summary>
internal static class Loihi2Reader
{
    private static readonly string[] Names = [.. Loihi2Models.All.Select(model => model.Name)];
    private static readonly string[] Registers = [.. Loihi2Models.All.SelectMany(model => model.Registers).Select(register => register.Name).Distinct()];

    /// <summary>Reads the registers of a population of some size; ranges are the builder's concern.</summary>
    public static Loihi2Neurons? Read(YamlMapping mapping, int count)
    {
        string name = mapping.Required("model").AsChoice(Names);
        Loihi2Model? model = Loihi2Models.All.FirstOrDefault(model => model.Name == name);
        Dictionary<string, IReadOnlyList<int>> given = [];
        foreach (string register in Registers)
        {
            if (mapping.Optional(register) is not { } node)
            {
                continue;
            }

            if (model is null || model.Find(register) is not null)
            {
                given.Add(register, node.AsIntegers(count));
            }
            else
            {
                node.Report(
                    NetYamlDiagnostics.NotOfModel, $"key '{register}' with the model '{name}'",
                    string.Join(", ", model.Registers.Select(known => known.Name)), "remove it, or choose another model");
            }
        }

        mapping.RejectUnknownKeys();
        return model is null ? null : new Loihi2Neurons(model) { Registers = given };
    }
}
