/**
 * 256 plain, kind words that are easy to read out by phone and hard to take for one another: no
 * near-twins, nothing that frightens, nothing that could be said of a person.
 */
export const codeWords: readonly string[] = [
  ...words("acorn almond amber anchor apple apricot apron arrow aspen autumn badger"),
  ...words("bakery balloon bamboo banana basket beacon beaver beetle bicycle biscuit blanket"),
  ...words("blossom bluebell bonnet bottle bramble branch bread bridge brook bubble bucket"),
  ...words("buttercup butterfly button cabin cactus camel candle canoe canvas carpet carrot"),
  ...words("castle cedar celery cello cherry chestnut cinnamon circle cloud clover cobble"),
  ...words(
    "coconut comet compass cotton cottage cricket crystal cucumber curtain cushion daffodil",
  ),
  ...words("daisy dandelion diamond dolphin dragonfly drum duckling eagle easel elephant ember"),
  ...words("engine envelope evening falcon feather fern fiddle field firefly flannel flask"),
  ...words("forest fountain foxglove galaxy garden garlic gazelle ginger giraffe glacier glove"),
  ...words("goblet granite grape guitar hammock harbour harp harvest hazel heather hedgehog"),
  ...words("helmet hillside holiday honey horizon island ivory jacket jasmine jigsaw jumper"),
  ...words("jungle juniper kettle kingfisher kite kitten koala ladder ladybird lagoon lantern"),
  ...words("lavender leaf lemon library lighthouse lilac linen lizard lullaby magnet mango"),
  ...words("maple marble marigold market meadow melon moonlight mountain muffin mushroom napkin"),
  ...words("nectar needle nutmeg oatmeal ocean onion orange orchard otter paddle paint"),
  ...words("palace pancake parade parrot parsley peach peanut pebble pelican pencil penguin"),
  ...words("pepper piano pickle picnic pillow pineapple planet plum pocket pony poppy"),
  ...words("postcard potato primrose puddle pumpkin puppet puzzle quilt rabbit radish rainbow"),
  ...words("raspberry ribbon river rocket rooster rosemary sailor salmon sandal sapphire saucer"),
  ...words("scarf seashell seaweed sheep silver skylark slipper snowdrop sofa spaniel sparrow"),
  ...words(
    "spinach squirrel starfish sunflower sunrise swallow teapot thimble thistle tiger timber",
  ),
  ...words("toffee tortoise tractor treacle tulip tunnel turnip turtle umbrella valley vanilla"),
  ...words("velvet village violet violin waffle wagon walnut walrus whistle willow windmill"),
  ...words("window woodland yoghurt"),
];

function words(line: string): string[] {
  return line.split(" ");
}
