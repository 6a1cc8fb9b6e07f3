using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Import.NetYaml;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Networks;

public sealed class Loihi2NeuronsTests
{
    public static TheoryData<string, string> Registers =>
        [.. Loihi2Models.All.SelectMany(model => model.Registers.Select(register => (model.Name, register.Name)))];

    [Theory]
    [MemberData(nameof(Registers))]
    public void Every_register_takes_its_range_and_no_more(string model, string name)
    {
        Loihi2Register register = Model(model).Find(name)!;

        Assert.True(register.Range.Contains(register.Default));
        Assert.Empty(Check(model, name, register.Range.Min));
        Assert.Empty(Check(model, name, register.Range.Max));
        Assert.Equal("GAN2057", Assert.Single(Check(model, name, register.Range.Min - 1)).Code);
        Diagnostic above = Assert.Single(Check(model, name, register.Range.Max + 1));
        Assert.Equal(($"population 'n'", register.Range.ToString()), (above.Location.Path, above.Allowed));
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void Every_register_changes_the_hash_and_is_read_from_a_file(string model, string name)
    {
        Loihi2Register register = Model(model).Find(name)!;
        int value = register.Range.Max == register.Default ? register.Range.Min : register.Range.Max;
        Network described = Build(new Loihi2Neurons(Model(model)).With(name, value));

        Network read = NetYamlReader.Read($"name: n\npopulations: {{n: {{size: 2, loihi2: {{model: {model}, {name}: {value}}}}}}}", "n");

        Assert.Equal(NetworkHash.Compute(described), NetworkHash.Compute(read));
        Assert.NotEqual(NetworkHash.Compute(Build(new Loihi2Neurons(Model(model)))), NetworkHash.Compute(read));
    }

    [Fact]
    public void A_register_of_another_model_is_refused()
    {
        Diagnostic built = Assert.Single(Check("sigma", "threshold", 1));
        Assert.Equal(("GAN2057", "the register 'threshold', which the model 'sigma' does not have"), (built.Code, built.Found));

        InvalidInputException read = Assert.Throws<InvalidInputException>(
            () => NetYamlReader.Read("name: n\npopulations: {n: {size: 2, loihi2: {model: sigma, threshold: 1}}}", "n"));
        Diagnostic diagnostic = Assert.Single(read.Diagnostics);
        Assert.Equal(("GAN1105", 2, "initialSigma, payloadBits"), (diagnostic.Code, diagnostic.Location.Line, diagnostic.Allowed));
    }

    [Fact]
    public void A_list_has_one_value_for_all_or_one_for_each() => Assert.Equal(
        "GAN2055", Assert.Single(new NetworkBuilder("n").AddPopulation("n", [3], new Loihi2Neurons(Loihi2Models.Sigma).With("initialSigma", 1, 2)).Check()).Code);

    [Fact]
    public void An_unknown_model_is_refused_where_it_stands()
    {
        InvalidInputException read = Assert.Throws<InvalidInputException>(
            () => NetYamlReader.Read("name: n\npopulations:\n  n: {size: 2, loihi2: {model: sigmaDetla, threshold: 1}}", "n"));

        Assert.Equal(3, Assert.Single(read.Diagnostics).Location.Line);
    }

    [Theory]
    [InlineData("product", 1, true)]
    [InlineData("product", 2, false)]
    [InlineData("sigmaDelta", 1, false)]
    public void A_receptor_is_one_that_the_model_has(string model, int receptor, bool has)
    {
        NetworkBuilder builder = new NetworkBuilder("n").AddPopulation("n", [2], new Loihi2Neurons(Model(model)))
            .Connect("n", "n", new OneToOne(1), unit: new IntegerWeights(), receptor: receptor);

        Assert.Equal(has ? [] : ["GAN2065"], builder.Check().Select(diagnostic => diagnostic.Code));
    }

    private static Loihi2Model Model(string name) => Loihi2Models.All.Single(model => model.Name == name);

    private static Network Build(Loihi2Neurons neurons) => new NetworkBuilder("n").AddPopulation("n", [2], neurons).Build();

    private static IReadOnlyList<Diagnostic> Check(string model, string register, int value) =>
        new NetworkBuilder("n").AddPopulation("n", [2], new Loihi2Neurons(Model(model)).With(register, value)).Check();
}
