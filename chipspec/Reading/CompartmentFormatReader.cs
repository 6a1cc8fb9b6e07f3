using Ganglion.ChipSpec.Spec;

namespace Ganglion.ChipSpec.Reading;

/// <summary>Reads the mapping <c>compartment</c>.</summary>
internal static class CompartmentFormatReader
{
    private const int MaxMantissa = (1 << 24) - 1;

    public static CompartmentFormat Read(YamlMapping node)
    {
        CompartmentFormat format = new()
        {
            Models = ReadModels(node.Required("models")),
            CurrentBits = node.Required("currentBits").AsInt32(2, 32),
            PotentialBits = node.Required("potentialBits").AsInt32(2, 32),
            DecayBits = node.Required("decayBits").AsInt32(1, 16),
            ThresholdMantissa = node.Required("thresholdMantissa").AsRange(-MaxMantissa, MaxMantissa),
            ThresholdShift = node.Required("thresholdShift").AsInt32(0, 16),
            BiasMantissa = node.Required("biasMantissa").AsRange(-MaxMantissa, MaxMantissa),
            BiasExponent = node.Required("biasExponent").AsRange(-16, 16),
            Refractory = node.Required("refractory").AsRange(0, 65_535),
        };
        node.RejectUnknownKeys();
        return format;
    }

    private static List<string> ReadModels(YamlNode node)
    {
        List<string> models = [];
        foreach (YamlNode item in node.AsSequence(minCount: 1, maxCount: 64))
        {
            string model = item.AsName();
            if (models.Contains(model) && model.Length > 0)
            {
                item.Report(ChipSpecDiagnostics.DuplicateName, $"the model '{Printable.Shorten(model)}' a second time", "every model once", "remove one of them");
            }

            models.Add(model);
        }

        return models;
    }
}
